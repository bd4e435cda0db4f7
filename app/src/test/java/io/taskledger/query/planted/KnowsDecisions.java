package io.taskledger.query.planted;

import io.taskledger.command.Receipts;

/** An arrow that the house does not have. */
record KnowsDecisions(Receipts known) {}
