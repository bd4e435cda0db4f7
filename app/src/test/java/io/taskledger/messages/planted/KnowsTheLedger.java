package io.taskledger.messages.planted;

import io.taskledger.ledger.LedgerWakeUp;

/** An arrow that the house does not have. */
record KnowsTheLedger(LedgerWakeUp known) {}
