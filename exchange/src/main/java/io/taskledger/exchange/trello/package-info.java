/** Boards that Trello exported as JSON: bytes in, typed board out, and what becomes of it here. */
@NullMarked
package io.taskledger.exchange.trello;

import org.jspecify.annotations.NullMarked;
