/** What the log, traces and reports say, and what they do not. */
@NullMarked
package io.taskledger.app.watch;

import org.jspecify.annotations.NullMarked;
