package io.taskledger.command.permission;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.taskledger.command.Deciding;
import io.taskledger.command.People;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountCommand.GrantInstanceAdmin;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.FileCommand.AttachFile;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.MemberCommand.AcceptInvitation;
import io.taskledger.messages.workspace.MemberCommand.InviteUser;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import org.axonframework.commandhandling.CommandResultMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody of a role before a task and a workspace, with everybody else around; made anew for each try. */
final class Scene {

    static final LocalDate DUE = LocalDate.of(2026, 3, 1);
    static final LocalTime AT = LocalTime.of(9, 30);

    private final Deciding deciding;
    private final Role role;
    private final Map<Role, UserId> people = new EnumMap<>(Role.class);
    final TaskId task = TaskId.next();
    final WorkspaceId workspace;
    final ListId secondList = ListId.next();
    final CommentId comment = CommentId.next(task);
    final FileId file = FileId.next(task);

    Scene(Deciding deciding, Role role) {
        this.deciding = deciding;
        this.role = role;
        for (var each : Role.values()) {
            register(each);
        }
        done(deciding.send(new GrantInstanceAdmin(of(Role.INSTANCE_ADMIN)), Map.of()));
        workspace = role.inTeam() ? team() : WorkspaceId.personalOf(of(Role.OWNER));
        as(maker(), new AddList(workspace, secondList, "Doing", secondList.firstPlace()));
        makeTask();
    }

    UserId of(Role who) {
        return people.get(who);
    }

    UserId actor() {
        return of(role);
    }

    /** The one whom the task belongs to. */
    Role maker() {
        return role.inTeam() ? Role.CREATOR : Role.OWNER;
    }

    /** Who may do everything with the workspace. */
    Role head() {
        return role.inTeam() ? Role.ADMIN : Role.OWNER;
    }

    static String name(UserId person) {
        return person.text();
    }

    TaskHome elsewhere() {
        return new TaskHome(workspace, secondList, new Place("G"));
    }

    TaskHome own() {
        return TaskHome.inboxOf(actor(), task);
    }

    /** As the one whose role is tried: what comes of it. */
    CommandResultMessage<?> attempt(Object command) {
        return role == Role.SIGNED_OUT ? deciding.send(command, Map.of()) : deciding.send(command, People.by(actor()));
    }

    /** As somebody who may. */
    void as(Role who, Object command) {
        done(deciding.send(command, People.by(of(who))));
    }

    private static void done(CommandResultMessage<?> answer) {
        assertThat(answer.optionalExceptionResult()).isEmpty();
    }

    private void register(Role each) {
        var id = UserId.next();
        people.put(each, id);
        done(deciding.send(new RegisterUser(id, name(id), id + "@example.org"), People.by(id)));
    }

    private WorkspaceId team() {
        var team = WorkspaceId.next();
        as(Role.ADMIN, new CreateWorkspace(team, "Orchard"));
        join(team, Role.CREATOR, WorkspaceRole.EDITOR);
        join(team, Role.EDITOR, WorkspaceRole.EDITOR);
        join(team, Role.VIEWER, WorkspaceRole.VIEWER);
        return team;
    }

    private void join(WorkspaceId team, Role who, WorkspaceRole as) {
        var invitation = InvitationId.next();
        as(Role.ADMIN, new InviteUser(team, invitation, name(of(who)), as));
        as(who, new AcceptInvitation(team, invitation));
    }

    private void makeTask() {
        var home = new TaskHome(workspace, ListId.firstOf(workspace), Place.ofAge(task.text()));
        as(
                maker(),
                new CreateTask(task, home, "Water the ferns", null, Priority.LOW, DUE, AT, List.of("garden"), false));
        as(maker(), new ShareTask(task, name(of(Role.EDIT)), Permission.EDIT));
        as(maker(), new ShareTask(task, name(of(Role.VIEW)), Permission.VIEW));
        as(maker(), new AddComment(task, comment, "Which ones?"));
        as(maker(), new AttachFile(task, file, "fern.jpg", "image/jpeg", 1, "0".repeat(64)));
    }
}
