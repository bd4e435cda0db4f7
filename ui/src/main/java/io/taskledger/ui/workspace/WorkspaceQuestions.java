package io.taskledger.ui.workspace;

import java.util.List;
import java.util.Optional;

import io.taskledger.messages.account.AccountQuery.SearchUsers;
import io.taskledger.messages.account.FoundUser;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.OpenInvitation;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceDetails;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceQuery.FindListPlace;
import io.taskledger.messages.workspace.WorkspaceQuery.FindWorkspace;
import io.taskledger.messages.workspace.WorkspaceQuery.ListOwnInvitations;
import io.taskledger.messages.workspace.WorkspaceQuery.ListWorkspaces;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.ui.gateway.ScreenGateway;
import org.springframework.stereotype.Component;

/** What a person can know of workspaces, and of the people whom one could ask into them. */
@Component
public class WorkspaceQuestions {

    private static final int PEOPLE_OFFERED = 8;

    private final ScreenGateway house;

    WorkspaceQuestions(ScreenGateway house) {
        this.house = house;
    }

    /** One's own first. */
    public List<WorkspaceSummary> all() {
        return house.list(new ListWorkspaces(), WorkspaceSummary.class);
    }

    public Optional<WorkspaceSummary> among(WorkspaceId workspace) {
        return all().stream().filter(one -> one.workspaceId().equals(workspace)).findFirst();
    }

    /** The workspace that has the list. */
    public Optional<WorkspaceSummary> with(ListId list) {
        return all().stream()
                .filter(one -> one.lists().stream().anyMatch(its -> its.listId().equals(list)))
                .findFirst();
    }

    Optional<WorkspaceDetails> find(WorkspaceId workspace) {
        return house.find(new FindWorkspace(workspace), WorkspaceDetails.class);
    }

    /** Those that the person may accept. */
    List<OpenInvitation> invitations() {
        return house.list(new ListOwnInvitations(), OpenInvitation.class);
    }

    /** Empty where there is no room left beside the neighbour, or no neighbour any more. */
    public Optional<Place> place(FindListPlace query) {
        return house.find(query, Place.class);
    }

    /** Who belongs to it, by name; empty for a workspace that the person does not see. */
    public List<String> members(WorkspaceId workspace) {
        return find(workspace).stream()
                .flatMap(found -> found.members().stream())
                .flatMap(member -> Optional.ofNullable(member.username()).stream())
                .toList();
    }

    /** Some others whose names hold the text. */
    public List<String> people(String text) {
        return text.isBlank()
                ? List.of()
                : house.list(new SearchUsers(text.strip(), PEOPLE_OFFERED), FoundUser.class).stream()
                        .map(FoundUser::username)
                        .toList();
    }
}
