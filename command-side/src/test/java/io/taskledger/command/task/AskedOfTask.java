package io.taskledger.command.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.command.LedgerDatabase;
import io.taskledger.command.account.AccountNames;
import io.taskledger.command.account.Names;
import io.taskledger.command.workspace.Workspaces;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import org.axonframework.test.aggregate.TestExecutor;

import static io.taskledger.command.task.Tasks.FERNS;

/** Tests of what is asked of Ann's task, each question of a fixture of its own. Ann, Bob and Cid have names. */
abstract class AskedOfTask {

    /** One for all: who is called how never changes. */
    private static final AccountNames NAMES = Names.known(LedgerDatabase.fresh());

    static final Workspaces NO_TEAMS = _ -> Optional.empty();

    static TestExecutor<Task> given(Object... events) {
        return givenAmong(NO_TEAMS, events);
    }

    /** After the task was created as it is by default. */
    static TestExecutor<Task> givenAmong(Workspaces workspaces, Object... events) {
        var all = new ArrayList<Object>(List.of(Tasks.created()));
        all.addAll(List.of(events));
        return fixture(workspaces, all);
    }

    static TestExecutor<Task> fixture(Workspaces workspaces, List<?> events) {
        var fixture = Tasks.fixture(workspaces);
        fixture.registerInjectableResource(NAMES);
        return fixture.given(events);
    }

    static TaskShared sharedWith(UserId person, Permission permission) {
        return new TaskShared(FERNS, person, permission);
    }

    /** Metadata of somebody who demands a version. */
    static Map<String, Object> demanding(Map<String, Object> metaData, String key, Object value) {
        var all = new HashMap<>(metaData);
        all.put(key, value);
        return all;
    }
}
