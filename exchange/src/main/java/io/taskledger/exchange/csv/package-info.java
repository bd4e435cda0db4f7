/** Tables that other products export as CSV: a plain one with a header, and Todoist's template. */
@NullMarked
package io.taskledger.exchange.csv;

import org.jspecify.annotations.NullMarked;
