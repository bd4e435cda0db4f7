/** Tasks as they were: at an instant, at a position of the ledger, version by version. */
@NullMarked
package io.taskledger.messages.history;

import org.jspecify.annotations.NullMarked;
