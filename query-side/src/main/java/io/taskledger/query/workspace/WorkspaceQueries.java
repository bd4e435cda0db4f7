package io.taskledger.query.workspace;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.taskledger.messages.Actor;
import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.MemberDetails;
import io.taskledger.messages.workspace.OpenInvitation;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceDetails;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceQuery.FindListPlace;
import io.taskledger.messages.workspace.WorkspaceQuery.FindRole;
import io.taskledger.messages.workspace.WorkspaceQuery.FindWorkspace;
import io.taskledger.messages.workspace.WorkspaceQuery.ListOwnInvitations;
import io.taskledger.messages.workspace.WorkspaceQuery.ListWorkspaces;
import io.taskledger.messages.workspace.WorkspaceQuery.Side;
import io.taskledger.messages.workspace.WorkspaceQuery.WatchWorkspaces;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.query.account.UserNames;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** What a person is told of the workspaces that they belong to. Their personal one is there before its first event. */
@Component
class WorkspaceQueries {

    private final WorkspaceSql rows;
    private final UserNames names;

    WorkspaceQueries(WorkspaceSql rows, UserNames names) {
        this.rows = rows;
        this.names = names;
    }

    @QueryHandler
    List<WorkspaceSummary> handle(ListWorkspaces query, Actor actor) {
        var person = actor.userId();
        var lists = rows.lists(person);
        var found = rows.workspaces(person);
        var own = found.stream().anyMatch(WorkspaceRow::personal)
                ? Stream.<WorkspaceRow>empty()
                : Stream.of(WorkspaceRow.futureOf(person));
        return Stream.concat(own, found.stream())
                .sorted(Comparator.comparing(WorkspaceRow::personal).reversed())
                .map(row -> row.summary(lists.getOrDefault(row.id().text(), row.firstList())))
                .toList();
    }

    @QueryHandler
    Optional<WorkspaceDetails> handle(FindWorkspace query, Actor actor) {
        var person = actor.userId();
        return find(query.workspaceId(), person)
                .map(row -> row.details(
                        lists(row, person),
                        row.createdAt() == null ? List.of(alone(person)) : rows.members(row.id(), person),
                        rows.invitationsTo(row.id(), person)));
    }

    /** The start of a subscription: there is nothing to tell before something happens. */
    @QueryHandler
    Optional<WorkspaceSummary> handle(WatchWorkspaces query, Actor actor) {
        return Optional.empty();
    }

    @QueryHandler
    List<OpenInvitation> handle(ListOwnInvitations query, Actor actor) {
        return rows.invitationsOf(actor.userId());
    }

    @QueryHandler
    Optional<WorkspaceRole> handle(FindRole query, Actor actor) {
        var own = query.workspaceId().isPersonalOf(actor.userId());
        return own && query.user().equals(actor.userId())
                ? Optional.of(WorkspaceRole.ADMIN)
                : rows.role(query.workspaceId(), query.user(), actor.userId());
    }

    @QueryHandler
    Optional<Place> handle(FindListPlace query, Actor actor) {
        return find(query.workspaceId(), actor.userId()).flatMap(row -> place(lists(row, actor.userId()), query));
    }

    /** By places alone, since two that were moved at once may share one: strictly above or below the neighbour's. */
    private static Optional<Place> place(List<ListDetails> lists, FindListPlace query) {
        var others = lists.stream()
                .filter(list -> !list.listId().equals(query.listId()))
                .toList();
        if (query.neighbour() == null) {
            return atTheEnd(others.stream().map(ListDetails::place).max(Comparator.naturalOrder()), query);
        }
        return others.stream()
                .filter(list -> list.listId().equals(query.neighbour()))
                .findFirst()
                .map(ListDetails::place)
                .flatMap(beside -> query.side() == Side.BEFORE
                        ? Place.between(above(beside, others), Optional.of(beside))
                        : Place.between(Optional.of(beside), below(beside, others)));
    }

    private static Optional<Place> atTheEnd(Optional<Place> last, FindListPlace query) {
        var own = query.listId().firstPlace();
        return last.filter(place -> place.compareTo(own) >= 0).isEmpty()
                ? Optional.of(own)
                : Place.between(last, Optional.empty());
    }

    private static Optional<Place> above(Place beside, List<ListDetails> others) {
        return places(others).filter(place -> place.compareTo(beside) < 0).max(Comparator.naturalOrder());
    }

    private static Optional<Place> below(Place beside, List<ListDetails> others) {
        return places(others).filter(place -> place.compareTo(beside) > 0).min(Comparator.naturalOrder());
    }

    private static Stream<Place> places(List<ListDetails> lists) {
        return lists.stream().map(ListDetails::place);
    }

    private Optional<WorkspaceRow> find(WorkspaceId id, UserId person) {
        return rows.workspace(id, person)
                .or(() -> id.isPersonalOf(person) ? Optional.of(WorkspaceRow.futureOf(person)) : Optional.empty());
    }

    private List<ListDetails> lists(WorkspaceRow row, UserId person) {
        return Objects.requireNonNullElseGet(rows.lists(person).get(row.id().text()), row::firstList);
    }

    private MemberDetails alone(UserId person) {
        return new MemberDetails(person, names.of(List.of(person.text())).get(person.text()), WorkspaceRole.ADMIN);
    }
}
