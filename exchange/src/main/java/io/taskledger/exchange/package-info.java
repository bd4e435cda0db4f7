/** Formats of the outside world, read into commands and written from queries. */
@NullMarked
package io.taskledger.exchange;

import org.jspecify.annotations.NullMarked;
