package io.taskledger.app.doctor;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.taskledger.app.settings.TaskledgerSettings;

/** All there is to look at; changes nothing. */
public final class Doctor {

    private Doctor() {}

    /** In the order in which an operator would mend things. */
    public static List<Finding> examine(TaskledgerSettings settings, Clock clock) {
        return Stream.<Function<TaskledgerSettings, List<Finding>>>of(
                        Machine::look,
                        Edges::look,
                        Keys::look,
                        DatabaseLook::look,
                        all -> BackupLook.look(all, clock.instant()),
                        RunningLook::look,
                        PostLook::look,
                        FilesLook::look)
                .flatMap(look -> look.apply(settings).stream())
                .toList();
    }
}
