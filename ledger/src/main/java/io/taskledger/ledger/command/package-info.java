/** Commands on cached aggregates, answered from the head of every stream they read. */
@NullMarked
package io.taskledger.ledger.command;

import org.jspecify.annotations.NullMarked;
