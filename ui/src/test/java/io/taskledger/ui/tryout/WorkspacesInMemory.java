package io.taskledger.ui.tryout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountQuery.SearchUsers;
import io.taskledger.messages.account.FoundUser;
import io.taskledger.messages.workspace.ListCommand;
import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.MemberDetails;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand;
import io.taskledger.messages.workspace.WorkspaceDetails;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceQuery;
import io.taskledger.messages.workspace.WorkspaceRejection;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.messages.workspace.WorkspaceSummary;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;

/** Answers the messages of workspaces from a map, for one person who is admin of all of them. */
public class WorkspacesInMemory {

    private final UserId owner;
    private final Map<WorkspaceId, WorkspaceSummary> all = new LinkedHashMap<>();

    public WorkspacesInMemory(UserId owner) {
        this.owner = owner;
        clear();
    }

    /** Leaves the personal one. */
    public final synchronized void clear() {
        all.clear();
        put(WorkspaceId.personalOf(owner), true, null, WorkspaceRole.ADMIN, "");
    }

    /** @return the new one's id; its first list is named after it */
    public synchronized WorkspaceId given(String name, WorkspaceRole role, String... lists) {
        var id = WorkspaceId.next();
        put(id, false, name, role, lists);
        return id;
    }

    private void put(WorkspaceId id, boolean personal, String name, WorkspaceRole role, String... lists) {
        var made = new ArrayList<ListDetails>();
        for (var list : lists) {
            var listId = made.isEmpty() ? ListId.firstOf(id) : ListId.next();
            made.add(new ListDetails(listId, list.isEmpty() ? null : list, Place.numbered(made.size())));
        }
        all.put(id, new WorkspaceSummary(id, personal, name, role, made));
    }

    @CommandHandler
    synchronized Receipt handle(ListCommand.AddList asked) {
        change(asked.workspaceId(), lists -> lists.add(new ListDetails(asked.listId(), asked.name(), asked.place())));
        return receipt();
    }

    @CommandHandler
    synchronized Receipt handle(ListCommand.RenameList asked) {
        change(
                asked.workspaceId(),
                lists -> lists.replaceAll(one -> one.listId().equals(asked.listId())
                        ? new ListDetails(one.listId(), asked.name(), one.place())
                        : one));
        return receipt();
    }

    @CommandHandler
    synchronized Receipt handle(ListCommand.MoveList asked) {
        change(
                asked.workspaceId(),
                lists -> lists.replaceAll(one -> one.listId().equals(asked.listId())
                        ? new ListDetails(one.listId(), one.name(), asked.place())
                        : one));
        return receipt();
    }

    @CommandHandler
    synchronized Receipt handle(ListCommand.RemoveList asked) {
        change(asked.workspaceId(), lists -> lists.removeIf(one -> one.listId().equals(asked.listId())));
        return receipt();
    }

    @CommandHandler
    synchronized Receipt handle(WorkspaceCommand.CreateWorkspace asked) {
        put(asked.workspaceId(), false, asked.name(), WorkspaceRole.ADMIN, "");
        return receipt();
    }

    @QueryHandler
    synchronized List<WorkspaceSummary> handle(WorkspaceQuery.ListWorkspaces asked) {
        return List.copyOf(all.values());
    }

    @QueryHandler
    synchronized Optional<WorkspaceDetails> handle(WorkspaceQuery.FindWorkspace asked) {
        return Optional.ofNullable(all.get(asked.workspaceId()))
                .map(found -> new WorkspaceDetails(
                        found,
                        owner,
                        List.of(new MemberDetails(owner, "demo", found.role())),
                        List.of(),
                        Instant.EPOCH,
                        0));
    }

    @QueryHandler
    Optional<WorkspaceSummary> handle(WorkspaceQuery.WatchWorkspaces asked) {
        return Optional.empty();
    }

    @QueryHandler
    synchronized Optional<Place> handle(WorkspaceQuery.FindListPlace asked) {
        var others = known(asked.workspaceId()).lists().stream()
                .filter(one -> !one.listId().equals(asked.listId()))
                .toList();
        var neighbour = others.stream()
                .filter(one -> one.listId().equals(asked.neighbour()))
                .findFirst();
        var at = neighbour
                .map(others::indexOf)
                .map(index -> asked.side() == WorkspaceQuery.Side.BEFORE ? index : index + 1)
                .orElse(others.size());
        return Place.between(place(others, at - 1), place(others, at));
    }

    @QueryHandler
    List<FoundUser> handle(SearchUsers asked) {
        return List.of();
    }

    private static Optional<Place> place(List<ListDetails> lists, int at) {
        return at < 0 || at >= lists.size()
                ? Optional.empty()
                : Optional.of(lists.get(at).place());
    }

    private void change(WorkspaceId id, java.util.function.Consumer<List<ListDetails>> change) {
        var was = known(id);
        var lists = new ArrayList<>(was.lists());
        change.accept(lists);
        lists.sort(Comparator.comparing(ListDetails::place));
        all.put(id, new WorkspaceSummary(id, was.personal(), was.name(), was.role(), lists));
    }

    private WorkspaceSummary known(WorkspaceId id) {
        return Optional.ofNullable(all.get(id))
                .orElseThrow(() -> new CommandRejected(new WorkspaceRejection.WorkspaceNotFound(id)));
    }

    private static Receipt receipt() {
        return new Receipt(new AtomicLong());
    }
}
