/** What the product tells its operator: the log's form, traces, reports of errors. */
@NullMarked
package io.taskledger.app.watch;

import org.jspecify.annotations.NullMarked;
