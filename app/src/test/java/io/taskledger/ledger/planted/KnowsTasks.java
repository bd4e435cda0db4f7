package io.taskledger.ledger.planted;

import io.taskledger.messages.task.TaskId;

/** An arrow that the house does not have. */
record KnowsTasks(TaskId known) {}
