/** Feeding versions of projections from the ledger's tail, whatever a single event does. */
@NullMarked
package io.taskledger.query.feed;

import org.jspecify.annotations.NullMarked;
