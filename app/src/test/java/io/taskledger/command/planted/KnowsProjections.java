package io.taskledger.command.planted;

import io.taskledger.query.projection.Projection;

/** An arrow that the house does not have. */
record KnowsProjections(Projection known) {}
