/** Personal data within events: sealed with a key of whom it belongs to, and unreadable once that key is gone. */
@NullMarked
package io.taskledger.ledger.personal;

import org.jspecify.annotations.NullMarked;
