/** What was asked under which key, so that it is done once. */
@NullMarked
package io.taskledger.ledger.idempotency;

import org.jspecify.annotations.NullMarked;
