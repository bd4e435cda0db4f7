/** Formats of the outside world, read into commands and written from queries; here is what the formats share. */
@NullMarked
package io.taskledger.exchange;

import org.jspecify.annotations.NullMarked;
