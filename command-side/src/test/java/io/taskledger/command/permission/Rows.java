package io.taskledger.command.permission;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.taskledger.messages.SessionId;
import io.taskledger.messages.SetTo;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand.ChangeEmail;
import io.taskledger.messages.account.AccountCommand.DeleteAccount;
import io.taskledger.messages.account.AccountCommand.EndSession;
import io.taskledger.messages.account.AccountCommand.GrantInstanceAdmin;
import io.taskledger.messages.account.AccountCommand.RecordNewPassword;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.AccountCommand.StartSession;
import io.taskledger.messages.account.AccountCommand.VerifyEmail;
import io.taskledger.messages.account.InboxCommand.MarkNotificationRead;
import io.taskledger.messages.account.InboxCommand.MarkNotificationsRead;
import io.taskledger.messages.account.PreferencesEdit;
import io.taskledger.messages.account.ProfileCommand.ChangePreferences;
import io.taskledger.messages.account.ProfileCommand.ColourTag;
import io.taskledger.messages.account.ProfileCommand.EditProfile;
import io.taskledger.messages.account.ProfileCommand.SetPicture;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentCommand.DeleteComment;
import io.taskledger.messages.task.CommentCommand.EditComment;
import io.taskledger.messages.task.CommentCommand.RestoreComment;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.CompensateTask;
import io.taskledger.messages.task.DoTogether;
import io.taskledger.messages.task.EditTasks;
import io.taskledger.messages.task.FileCommand.AttachFile;
import io.taskledger.messages.task.FileCommand.RemoveFile;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.Reminder;
import io.taskledger.messages.task.ReminderCommand.Remind;
import io.taskledger.messages.task.ReminderCommand.RemoveReminder;
import io.taskledger.messages.task.ReminderCommand.SetReminder;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.SharingCommand.ChangePermission;
import io.taskledger.messages.task.SharingCommand.LeaveTask;
import io.taskledger.messages.task.SharingCommand.RevokeShare;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TagCommand.RenameTag;
import io.taskledger.messages.task.TagCommand.TagTask;
import io.taskledger.messages.task.TagCommand.UntagTask;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskCommand.NameVersion;
import io.taskledger.messages.task.TaskCommand.PurgeTask;
import io.taskledger.messages.task.TaskCommand.ReopenTask;
import io.taskledger.messages.task.TaskCommand.RestoreTask;
import io.taskledger.messages.task.TaskCommand.UnassignWithoutAccess;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListCommand.MoveList;
import io.taskledger.messages.workspace.ListCommand.RemoveList;
import io.taskledger.messages.workspace.ListCommand.RenameList;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.MemberCommand.AcceptInvitation;
import io.taskledger.messages.workspace.MemberCommand.ChangeRole;
import io.taskledger.messages.workspace.MemberCommand.DeclineInvitation;
import io.taskledger.messages.workspace.MemberCommand.InviteByMail;
import io.taskledger.messages.workspace.MemberCommand.InviteUser;
import io.taskledger.messages.workspace.MemberCommand.LeaveWorkspace;
import io.taskledger.messages.workspace.MemberCommand.RemoveMember;
import io.taskledger.messages.workspace.MemberCommand.WithdrawInvitation;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceCommand.RenameWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;

/** What is tried: at least one row for each command. Long since it is a list. */
final class Rows {

    private static final Instant EVENING = Instant.now().plus(Duration.ofHours(12));

    /**
     * One line of the table.
     *
     * @param detail what about the command, empty where its name says it
     * @param command makes ready what it needs, and gives it
     */
    record Row(Class<?> kind, String detail, Function<Scene, Object> command) {

        String heading() {
            return detail.isEmpty() ? kind.getSimpleName() : kind.getSimpleName() + ", " + detail;
        }
    }

    private Rows() {}

    static List<Row> all() {
        return Stream.of(ofTasks(), ofParts(), ofSharing(), ofWorkspaces(), ofMembers(), ofAccounts())
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<Row> ofTasks() {
        return Stream.of(
                row(CreateTask.class, "for oneself", _ -> CreateTask.titled(TaskId.next(), "Feed")),
                row(CreateTask.class, "in the workspace", Rows::created),
                row(EditTask.class, scene -> new EditTask(scene.task, edit())),
                row(EditTasks.class, scene -> new EditTasks(List.of(scene.task), edit())),
                row(
                        CompensateTask.class,
                        scene -> new CompensateTask(
                                scene.task, List.of(new ReopenTask(scene.task), new EditTask(scene.task, edit())))),
                row(
                        DoTogether.class,
                        scene -> new DoTogether(List.of(new DoTogether.Part(
                                new CompensateTask(scene.task, List.of(new EditTask(scene.task, edit()))), null)))),
                row(CompleteTask.class, scene -> new CompleteTask(scene.task)),
                row(ReopenTask.class, scene -> new ReopenTask(scene.task)),
                row(TagTask.class, scene -> new TagTask(scene.task, List.of("spring"))),
                row(UntagTask.class, scene -> new UntagTask(scene.task, "garden")),
                row(RenameTag.class, scene -> new RenameTag(scene.task, "garden", "yard")),
                row(AssignTask.class, scene -> new AssignTask(scene.task, Scene.name(scene.of(scene.maker())))),
                row(MoveTask.class, "in its workspace", scene -> new MoveTask(scene.task, scene.elsewhere())),
                row(MoveTask.class, "to one's own workspace", scene -> new MoveTask(scene.task, scene.own())),
                row(NameVersion.class, scene -> new NameVersion(scene.task, 0, "Draft")),
                row(DeleteTask.class, scene -> new DeleteTask(scene.task)),
                row(RestoreTask.class, scene -> deleted(scene, new RestoreTask(scene.task))),
                row(PurgeTask.class, scene -> deleted(scene, new PurgeTask(scene.task))),
                row(EditTask.class, "in the trash", scene -> deleted(scene, new EditTask(scene.task, edit()))));
    }

    private static Stream<Row> ofParts() {
        return Stream.of(
                row(AddComment.class, scene -> new AddComment(scene.task, CommentId.next(scene.task), "All of them.")),
                row(EditComment.class, "the maker's", scene -> new EditComment(scene.task, scene.comment, "Which?")),
                row(DeleteComment.class, "the maker's", scene -> new DeleteComment(scene.task, scene.comment)),
                row(RestoreComment.class, "the maker's", scene -> restoring(scene)),
                row(EditComment.class, "one's own", scene -> new EditComment(scene.task, ownComment(scene), "None.")),
                row(DeleteComment.class, "one's own", scene -> new DeleteComment(scene.task, ownComment(scene))),
                row(
                        AttachFile.class,
                        scene -> new AttachFile(
                                scene.task, FileId.next(scene.task), "a.txt", "text/plain", 1, "1".repeat(64))),
                row(RemoveFile.class, scene -> new RemoveFile(scene.task, scene.file)),
                row(SetReminder.class, scene -> new SetReminder(scene.task, ReminderId.next(scene.task), hourBefore())),
                row(RemoveReminder.class, "the maker's", scene -> new RemoveReminder(scene.task, reminder(scene))),
                row(UnassignWithoutAccess.class, scene -> new UnassignWithoutAccess(scene.task)),
                row(Remind.class, scene -> new Remind(scene.task, reminder(scene), Scene.DUE, Scene.AT)));
    }

    private static Stream<Row> ofSharing() {
        return Stream.of(
                row(
                        ShareTask.class,
                        scene -> new ShareTask(scene.task, Scene.name(scene.of(Role.NONE)), Permission.VIEW)),
                row(
                        ChangePermission.class,
                        scene -> new ChangePermission(scene.task, Scene.name(scene.of(Role.VIEW)), Permission.EDIT)),
                row(RevokeShare.class, scene -> new RevokeShare(scene.task, Scene.name(scene.of(Role.VIEW)))),
                row(LeaveTask.class, scene -> new LeaveTask(scene.task)));
    }

    private static Stream<Row> ofWorkspaces() {
        return Stream.of(
                row(CreateWorkspace.class, _ -> new CreateWorkspace(WorkspaceId.next(), "Garden")),
                row(RenameWorkspace.class, scene -> new RenameWorkspace(scene.workspace, "Garden")),
                row(AddList.class, scene -> new AddList(scene.workspace, ListId.next(), "Done", new Place("Z"))),
                row(RenameList.class, scene -> new RenameList(scene.workspace, scene.secondList, "Now")),
                row(MoveList.class, scene -> new MoveList(scene.workspace, scene.secondList, new Place("1"))),
                row(RemoveList.class, scene -> new RemoveList(scene.workspace, scene.secondList)));
    }

    private static Stream<Row> ofMembers() {
        return Stream.of(
                row(InviteUser.class, scene -> invite(scene, InvitationId.next())),
                row(
                        InviteByMail.class,
                        scene -> new InviteByMail(
                                scene.workspace, InvitationId.next(), "new@example.org", WorkspaceRole.VIEWER)),
                row(
                        AcceptInvitation.class,
                        "another's",
                        scene -> new AcceptInvitation(scene.workspace, invited(scene))),
                row(
                        DeclineInvitation.class,
                        "another's",
                        scene -> new DeclineInvitation(scene.workspace, invited(scene))),
                row(WithdrawInvitation.class, scene -> new WithdrawInvitation(scene.workspace, invited(scene))),
                row(
                        ChangeRole.class,
                        scene -> new ChangeRole(scene.workspace, scene.of(Role.VIEWER), WorkspaceRole.ADMIN)),
                row(RemoveMember.class, scene -> new RemoveMember(scene.workspace, scene.of(Role.VIEWER))),
                row(LeaveWorkspace.class, scene -> new LeaveWorkspace(scene.workspace)));
    }

    /** Of the owner's account, or in a team of the creator's. */
    private static Stream<Row> ofAccounts() {
        return Stream.of(
                row(RegisterUser.class, _ -> {
                    var id = UserId.next();
                    return new RegisterUser(id, id.text(), id + "@example.org");
                }),
                row(StartSession.class, scene -> new StartSession(account(scene), SessionId.next(), Via.REST, EVENING)),
                row(EndSession.class, scene -> new EndSession(account(scene), SessionId.next())),
                row(GrantInstanceAdmin.class, scene -> new GrantInstanceAdmin(account(scene))),
                row(VerifyEmail.class, scene -> new VerifyEmail(account(scene), account(scene) + "@example.org")),
                row(ChangeEmail.class, scene -> new ChangeEmail(account(scene), account(scene) + "@example.com")),
                row(RecordNewPassword.class, scene -> new RecordNewPassword(account(scene), Optional.empty())),
                row(EditProfile.class, scene -> new EditProfile(account(scene), new SetTo<>("Somebody"), null, null)),
                row(SetPicture.class, scene -> new SetPicture(account(scene), "2".repeat(64))),
                row(
                        ChangePreferences.class,
                        scene -> new ChangePreferences(account(scene), new PreferencesEdit(false, Map.of(), null))),
                row(ColourTag.class, scene -> new ColourTag(account(scene), "garden", 1)),
                row(MarkNotificationRead.class, scene -> new MarkNotificationRead(account(scene), 1)),
                row(MarkNotificationsRead.class, scene -> new MarkNotificationsRead(account(scene), 1)),
                row(DeleteAccount.class, scene -> new DeleteAccount(account(scene))));
    }

    private static Row row(Class<?> kind, Function<Scene, Object> command) {
        return row(kind, "", command);
    }

    private static Row row(Class<?> kind, String detail, Function<Scene, Object> command) {
        return new Row(kind, detail, command);
    }

    private static TaskEdit edit() {
        return TaskEdit.nothing().title("Feed the ferns");
    }

    private static Reminder hourBefore() {
        return new Reminder.BeforeTime(60);
    }

    private static CreateTask created(Scene scene) {
        return new CreateTask(
                TaskId.next(), scene.elsewhere(), "Feed", null, Priority.LOW, null, null, List.of(), false);
    }

    private static Object deleted(Scene scene, Object command) {
        scene.as(scene.maker(), new DeleteTask(scene.task));
        return command;
    }

    /** Of somebody without access: from when they had it. */
    private static CommentId ownComment(Scene scene) {
        var comment = CommentId.next(scene.task);
        if (scene.attempt(new AddComment(scene.task, comment, "All?")).isExceptional()
                && scene.actor().equals(scene.of(Role.NONE))) {
            var name = Scene.name(scene.actor());
            scene.as(scene.maker(), new ShareTask(scene.task, name, Permission.VIEW));
            scene.as(Role.NONE, new AddComment(scene.task, comment, "All?"));
            scene.as(scene.maker(), new RevokeShare(scene.task, name));
        }
        return comment;
    }

    private static RestoreComment restoring(Scene scene) {
        scene.as(scene.maker(), new DeleteComment(scene.task, scene.comment));
        return new RestoreComment(scene.task, scene.comment);
    }

    private static ReminderId reminder(Scene scene) {
        var reminder = ReminderId.next(scene.task);
        scene.as(scene.maker(), new SetReminder(scene.task, reminder, hourBefore()));
        return reminder;
    }

    private static InviteUser invite(Scene scene, InvitationId invitation) {
        return new InviteUser(scene.workspace, invitation, Scene.name(scene.of(Role.NONE)), WorkspaceRole.VIEWER);
    }

    /** There is none in a personal workspace. */
    private static InvitationId invited(Scene scene) {
        var invitation = InvitationId.next();
        if (scene.head() == Role.ADMIN) {
            scene.as(Role.ADMIN, invite(scene, invitation));
        }
        return invitation;
    }

    private static UserId account(Scene scene) {
        return scene.of(scene.maker());
    }
}
