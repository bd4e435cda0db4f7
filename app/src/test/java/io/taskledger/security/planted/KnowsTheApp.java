package io.taskledger.security.planted;

import io.taskledger.app.settings.TaskledgerSettings;

/** An arrow that the house does not have. */
record KnowsTheApp(TaskledgerSettings known) {}
