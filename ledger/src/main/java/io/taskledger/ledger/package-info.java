/** Axon's event storage on PostgreSQL: one order for every reader, nothing missed. Knows no task. */
@NullMarked
package io.taskledger.ledger;

import org.jspecify.annotations.NullMarked;
