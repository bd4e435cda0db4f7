package io.taskledger.ui.quickadd;

import java.time.LocalDate;
import java.time.LocalTime;

import io.taskledger.messages.task.Priority;
import io.taskledger.messages.workspace.ListId;

/** What a part of a title says. */
public sealed interface Meaning {

    record Due(LocalDate date) implements Meaning {}

    record At(LocalTime time) implements Meaning {}

    record Tagged(String tag) implements Meaning {}

    record Important(Priority priority) implements Meaning {}

    record In(ListId list, String name) implements Meaning {}
}
