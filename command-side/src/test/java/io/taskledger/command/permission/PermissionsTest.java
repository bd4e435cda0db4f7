package io.taskledger.command.permission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.taskledger.command.Deciding;
import io.taskledger.command.LedgerDatabase;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.account.AccountCommand;
import io.taskledger.messages.account.AccountRejection;
import io.taskledger.messages.task.CompensateTask;
import io.taskledger.messages.task.DoTogether;
import io.taskledger.messages.task.EditTasks;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskRejection;
import io.taskledger.messages.workspace.WorkspaceCommand;
import io.taskledger.messages.workspace.WorkspaceRejection;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every command by every role, on a real ledger. What comes of it is what the document says. */
class PermissionsTest {

    private static final Path DOCUMENT = Path.of("../docs/model/permissions.md");
    private static final Path AS_IT_IS = Path.of("target/permissions.md");
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String HIDDEN = "not found";

    private static final Map<String, Map<Role, String>> OUTCOMES = new LinkedHashMap<>();

    @BeforeAll
    static void tryAll() {
        try (var database = LedgerDatabase.fresh();
                var deciding = new Deciding(database)) {
            Rows.all().forEach(row -> {
                var outcomes = new EnumMap<Role, String>(Role.class);
                for (var role : Role.values()) {
                    var scene = new Scene(deciding, role);
                    outcomes.put(role, outcome(scene, row));
                }
                OUTCOMES.put(row.heading(), outcomes);
            });
        }
    }

    @AfterAll
    static void forget() {
        OUTCOMES.clear();
    }

    @Test
    void every_command_has_a_row() {
        var commands = Stream.concat(
                        Stream.of(TaskCommand.class, WorkspaceCommand.class, AccountCommand.class)
                                .flatMap(PermissionsTest::records),
                        Stream.of(EditTasks.class, CompensateTask.class, DoTogether.class))
                .toList();

        assertThat(Rows.all().stream().map(Rows.Row::kind)).containsAll(commands);
    }

    @Test
    void what_each_may_do_is_what_the_document_says() throws IOException {
        Files.createDirectories(AS_IT_IS.getParent());
        Files.writeString(AS_IT_IS, document());

        assertThat(document())
                .as("as it is now is in %s: if that is meant, it becomes %s", AS_IT_IS, DOCUMENT)
                .isEqualTo(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "(no document yet)");
    }

    @Test
    void who_has_no_access_learns_nothing_of_a_task_nor_of_a_workspace() {
        var ofTasksAndWorkspaces = Stream.of(TaskCommand.class, WorkspaceCommand.class)
                .flatMap(PermissionsTest::records)
                .map(Class::getSimpleName)
                .toList();
        var fromNothing = List.of("CreateTask, for oneself", "CreateWorkspace");
        // They were there once: the contract tells an author apart from a stranger.
        var ofAuthors = List.of("EditComment, one's own", "DeleteComment, one's own");

        OUTCOMES.forEach((heading, outcomes) -> {
            var kind = heading.split(",", 2)[0];
            if (ofTasksAndWorkspaces.contains(kind) && !fromNothing.contains(heading) && !ofAuthors.contains(heading)) {
                assertThat(outcomes.get(Role.NONE)).as(heading).isEqualTo(HIDDEN);
                assertThat(outcomes.get(Role.INSTANCE_ADMIN)).as(heading).isEqualTo(HIDDEN);
            }
        });
    }

    @Test
    void more_rights_never_permit_less() {
        var leaving = List.of("LeaveTask", "LeaveWorkspace");
        OUTCOMES.forEach((heading, outcomes) -> {
            if (!leaving.contains(heading) && !heading.startsWith("EditComment")) {
                grows(heading, outcomes, Role.VIEW, Role.EDIT);
                grows(heading, outcomes, Role.VIEWER, Role.EDITOR);
            }
        });
    }

    private static void grows(String heading, Map<Role, String> outcomes, Role less, Role more) {
        if (YES.equals(outcomes.get(less))) {
            assertThat(outcomes.get(more)).as(heading).isEqualTo(YES);
        }
    }

    private static String outcome(Scene scene, Rows.Row row) {
        var answer = scene.attempt(row.command().apply(scene));
        if (!answer.isExceptional()) {
            return YES;
        }
        return switch (answer.exceptionResult()) {
            case CommandRejected refused -> words(refused.rejection());
            case NoHandlerForCommandException _, IllegalArgumentException _ -> NO;
            default -> throw new AssertionError(row.heading(), answer.exceptionResult());
        };
    }

    private static String words(Rejection rejection) {
        return switch (rejection) {
            case TaskRejection.NotFound _,
                    TaskRejection.TasksNotFound _,
                    TaskRejection.CommentNotFound _,
                    TaskRejection.FileNotFound _,
                    TaskRejection.ReminderNotFound _,
                    WorkspaceRejection.WorkspaceNotFound _,
                    WorkspaceRejection.InvitationNotFound _ -> HIDDEN;
            case TaskRejection.NotPermitted _,
                    TaskRejection.CommentNotYours _,
                    WorkspaceRejection.RoleTooLow _,
                    AccountRejection.OwnAccountOnly _,
                    AccountRejection.GrantedByOperators _ -> NO;
            case TaskRejection.NotShared _ -> "not shared";
            case WorkspaceRejection.PersonalStaysPersonal _ -> "personal";
            case WorkspaceRejection.LastAdminStays _ -> "last admin";
            default -> throw new AssertionError("not a matter of who asks: " + rejection);
        };
    }

    private static String document() {
        var rows = OUTCOMES.entrySet().stream()
                .map(row -> line(row.getKey(), row.getValue().values().stream()))
                .collect(Collectors.joining());
        return PREFACE
                + line("command", Stream.of(Role.values()).map(Role::heading))
                + line("---", Stream.of(Role.values()).map(_ -> "---"))
                + rows;
    }

    private static String line(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(PermissionsTest::records)
                : Stream.of(type);
    }

    private static final String PREFACE = """
            # Who may do what

            Decided on the command side. `PermissionsTest` sends every command as every role to a real ledger and compares what
            comes of it with this table; a new command without a row fails the build.

            Columns: the *owner* of a task in their own workspace; whom it is shared with to *edit* or to *view*; somebody with
            *none* of that; in a team's workspace the task's *creator* (an editor there), an *admin*, another *editor*, a *viewer*;
            an *instance admin* and somebody *signed out*, who have nothing to do with the task. What is asked of a workspace is
            asked of the owner's own in the first four columns and the last two, of the team's in the others; what is asked of an
            account, of the owner's or the creator's.

            *no*: refused, and told so. *not found*: the same answer as for what does not exist. *personal*: a personal workspace has
            one member and no name. *not shared*: one leaves only what was shared. *last admin*: one stays.
            A share counts in a team's workspace as well: the more of role and share counts.

            """;
}
