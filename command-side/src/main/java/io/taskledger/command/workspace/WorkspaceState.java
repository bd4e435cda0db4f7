package io.taskledger.command.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceEvent;
import io.taskledger.messages.workspace.WorkspaceEvent.AddressInvited;
import io.taskledger.messages.workspace.WorkspaceEvent.InvitationDeclined;
import io.taskledger.messages.workspace.WorkspaceEvent.InvitationWithdrawn;
import io.taskledger.messages.workspace.WorkspaceEvent.ListAdded;
import io.taskledger.messages.workspace.WorkspaceEvent.ListMoved;
import io.taskledger.messages.workspace.WorkspaceEvent.ListRemoved;
import io.taskledger.messages.workspace.WorkspaceEvent.ListRenamed;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberJoined;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberLeft;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberRemoved;
import io.taskledger.messages.workspace.WorkspaceEvent.RoleChanged;
import io.taskledger.messages.workspace.WorkspaceEvent.UserInvited;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceCreated;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceRenamed;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as decisions see it: its own, and those about the tasks in it. Folded from its events; immutable.
 *
 * @param subject whose key protects its names
 * @param name null for a personal one
 * @param lists the one that is there from the start included
 * @param invitations those that are open
 */
public record WorkspaceState(
        WorkspaceId workspaceId,
        SubjectId subject,
        @Nullable String name,
        Map<UserId, WorkspaceRole> members,
        Map<ListId, WorkspaceList> lists,
        Map<InvitationId, Invitation> invitations) {

    static WorkspaceState of(WorkspaceCreated event) {
        var first = ListId.firstOf(event.workspaceId());
        return new WorkspaceState(
                event.workspaceId(),
                event.subject(),
                event.name(),
                Map.of(event.owner(), WorkspaceRole.ADMIN),
                Map.of(first, new WorkspaceList(null, first.firstPlace())),
                Map.of());
    }

    WorkspaceState after(WorkspaceEvent event) {
        return switch (event) {
            case WorkspaceCreated created -> of(created);
            case WorkspaceRenamed renamed -> renamed(renamed.name().to());
            case ListAdded added ->
                lists(all -> all.put(added.listId(), new WorkspaceList(added.name(), added.place())));
            case ListRenamed renamed ->
                lists(all -> all.computeIfPresent(
                        renamed.listId(), (_, list) -> list.named(renamed.name().to())));
            case ListMoved moved ->
                lists(all -> all.computeIfPresent(
                        moved.listId(), (_, list) -> list.at(moved.place().to())));
            case ListRemoved removed -> lists(all -> all.remove(removed.listId()));
            case UserInvited invited ->
                invitations(all -> all.put(invited.invitationId(), Invitation.of(invited.user(), invited.role())));
            case AddressInvited invited ->
                invitations(all -> all.put(invited.invitationId(), Invitation.of(invited.email(), invited.role())));
            case InvitationDeclined declined -> invitations(all -> all.remove(declined.invitationId()));
            case InvitationWithdrawn withdrawn -> invitations(all -> all.remove(withdrawn.invitationId()));
            case MemberJoined joined ->
                invitations(all -> all.remove(joined.invitationId()))
                        .members(all -> all.put(joined.member(), joined.role()));
            case RoleChanged changed ->
                members(all -> all.put(changed.member(), changed.role().to()));
            case MemberRemoved removed -> members(all -> all.remove(removed.member()));
            case MemberLeft left -> members(all -> all.remove(left.member()));
        };
    }

    /** Empty for somebody who is no member. */
    public Optional<WorkspaceRole> role(UserId person) {
        return Optional.ofNullable(members.get(person));
    }

    public boolean has(ListId list) {
        return lists.containsKey(list);
    }

    /** Whether it is one person's alone. */
    public boolean personal() {
        return members.keySet().stream().anyMatch(workspaceId::isPersonalOf);
    }

    /** Whether nobody else could do an admin's work. */
    boolean onlyAdmin(UserId person) {
        return members.get(person) == WorkspaceRole.ADMIN
                && members.values().stream()
                                .filter(role -> role == WorkspaceRole.ADMIN)
                                .count()
                        == 1;
    }

    /** Whether there are others, and none of them could do an admin's work if this person went. */
    boolean leavesOthersWithoutAdmin(UserId person) {
        return members.size() > 1 && onlyAdmin(person);
    }

    private WorkspaceState renamed(String to) {
        return new WorkspaceState(workspaceId, subject, to, members, lists, invitations);
    }

    private WorkspaceState members(Consumer<Map<UserId, WorkspaceRole>> change) {
        return new WorkspaceState(workspaceId, subject, name, changed(members, change), lists, invitations);
    }

    private WorkspaceState lists(Consumer<Map<ListId, WorkspaceList>> change) {
        return new WorkspaceState(workspaceId, subject, name, members, changed(lists, change), invitations);
    }

    private WorkspaceState invitations(Consumer<Map<InvitationId, Invitation>> change) {
        return new WorkspaceState(workspaceId, subject, name, members, lists, changed(invitations, change));
    }

    private static <K, V> Map<K, V> changed(Map<K, V> before, Consumer<Map<K, V>> change) {
        var copy = new LinkedHashMap<>(before);
        change.accept(copy);
        return Map.copyOf(copy);
    }
}
