/** Work that the command line files and a running node takes. */
@NullMarked
package io.taskledger.app.job;

import org.jspecify.annotations.NullMarked;
