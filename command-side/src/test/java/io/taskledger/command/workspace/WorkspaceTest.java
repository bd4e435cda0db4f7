package io.taskledger.command.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.taskledger.messages.Changed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListCommand.MoveList;
import io.taskledger.messages.workspace.ListCommand.RemoveList;
import io.taskledger.messages.workspace.ListCommand.RenameList;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceCommand.RenameWorkspace;
import io.taskledger.messages.workspace.WorkspaceEvent;
import io.taskledger.messages.workspace.WorkspaceEvent.ListAdded;
import io.taskledger.messages.workspace.WorkspaceEvent.ListMoved;
import io.taskledger.messages.workspace.WorkspaceEvent.ListRemoved;
import io.taskledger.messages.workspace.WorkspaceEvent.ListRenamed;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceCreated;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceRenamed;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRejection.FirstListStays;
import io.taskledger.messages.workspace.WorkspaceRejection.ListNotFound;
import io.taskledger.messages.workspace.WorkspaceRejection.PersonalStaysPersonal;
import io.taskledger.messages.workspace.WorkspaceRejection.RoleTooLow;
import io.taskledger.messages.workspace.WorkspaceRejection.TooManyLists;
import io.taskledger.messages.workspace.WorkspaceRejection.WorkspaceNotFound;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.messages.workspace.WorkspaceRules;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.BOB;
import static io.taskledger.command.People.CID;
import static io.taskledger.command.People.by;
import static io.taskledger.command.Refusal.because;
import static io.taskledger.command.workspace.Teams.DOING;
import static io.taskledger.command.workspace.Teams.OF_ORCHARD;
import static io.taskledger.command.workspace.Teams.ORCHARD;
import static org.assertj.core.api.Assertions.assertThat;

class WorkspaceTest {

    private static final WorkspaceId ANNS = WorkspaceId.personalOf(ANN);
    private static final ListId FIRST = ListId.firstOf(ORCHARD);
    private static final WorkspaceCreated CREATED = Teams.created(ANN);
    private static final WorkspaceCreated ANNS_OWN = new WorkspaceCreated(ANNS, SubjectId.of(ANN), ANN, null);

    private KnownAccounts accounts;
    private AggregateTestFixture<Workspace> fixture;

    @BeforeEach
    void anew() {
        accounts = new KnownAccounts();
        fixture = new AggregateTestFixture<>(Workspace.class);
        fixture.registerInjectableResource(accounts);
    }

    static Stream<WorkspaceCommand> changesOfLists() {
        return Stream.of(
                new AddList(ORCHARD, ListId.next(), "Done", new Place("Z")),
                new RenameList(ORCHARD, DOING, "Now"),
                new MoveList(ORCHARD, DOING, new Place("1")),
                new RemoveList(ORCHARD, DOING));
    }

    @Test
    void who_creates_a_workspace_is_its_first_admin_and_their_account_knows() {
        fixture.givenNoPriorActivity()
                .when(new CreateWorkspace(ORCHARD, " Orchard "), by(ANN))
                .expectEvents(CREATED);

        assertThat(accounts.told).containsExactly("joined " + ANN + " " + ORCHARD);
    }

    @Test
    void nobody_makes_a_team_of_what_is_theirs_alone() {
        fixture.givenNoPriorActivity()
                .when(new CreateWorkspace(ANNS, "Orchard"), by(ANN))
                .expectException(because(new PersonalStaysPersonal(ANNS)))
                .expectNoEvents();
    }

    @Test
    void an_admin_renames_it_once() {
        fixture.given(CREATED)
                .when(new RenameWorkspace(ORCHARD, "Garden"), by(ANN))
                .expectEvents(new WorkspaceRenamed(ORCHARD, OF_ORCHARD, new Changed<>("Orchard", "Garden")));
        anew();
        fixture.given(CREATED)
                .when(new RenameWorkspace(ORCHARD, "Orchard"), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_editor_does_not_rename_it() {
        fixture.given(CREATED, Teams.joined(BOB, WorkspaceRole.EDITOR))
                .when(new RenameWorkspace(ORCHARD, "Garden"), by(BOB))
                .expectException(because(new RoleTooLow(ORCHARD, WorkspaceRole.ADMIN)))
                .expectNoEvents();
    }

    @Test
    void a_personal_workspace_keeps_its_name() {
        fixture.given(ANNS_OWN)
                .when(new RenameWorkspace(ANNS, "Garden"), by(ANN))
                .expectException(because(new PersonalStaysPersonal(ANNS)))
                .expectNoEvents();
    }

    @Test
    void an_account_of_before_gets_its_workspace_with_the_first_command_for_it() {
        var added = new AddList(ANNS, DOING, "Doing", new Place("Z"));

        fixture.givenNoPriorActivity()
                .when(added, by(ANN))
                .expectEvents(ANNS_OWN, new ListAdded(ANNS, SubjectId.of(ANN), DOING, "Doing", new Place("Z")));
        anew();
        fixture.givenNoPriorActivity()
                .when(added, by(BOB))
                .expectException(because(new WorkspaceNotFound(ANNS)))
                .expectNoEvents();
    }

    @Test
    void an_editor_adds_a_list_once() {
        var command = new AddList(ORCHARD, DOING, "Doing", DOING.firstPlace());

        fixture.given(CREATED, Teams.joined(BOB, WorkspaceRole.EDITOR))
                .when(command, by(BOB))
                .expectEvents(Teams.listAdded());
        anew();
        fixture.given(CREATED, Teams.listAdded())
                .when(command, by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_workspace_has_200_lists_at_most() {
        var full = new ArrayList<WorkspaceEvent>(List.of(CREATED));
        IntStream.range(1, WorkspaceRules.LISTS_LIMIT)
                .mapToObj(n -> new ListAdded(ORCHARD, OF_ORCHARD, ListId.next(), "List " + n, Place.numbered(n)))
                .forEach(full::add);

        fixture.given(full)
                .when(new AddList(ORCHARD, DOING, "Doing", new Place("Z")), by(ANN))
                .expectException(because(new TooManyLists(WorkspaceRules.LISTS_LIMIT)))
                .expectNoEvents();
    }

    @Test
    void the_first_list_is_there_from_the_start_and_can_be_named_and_moved() {
        fixture.given(CREATED)
                .when(new RenameList(ORCHARD, FIRST, "Inbox"), by(ANN))
                .expectEvents(new ListRenamed(ORCHARD, OF_ORCHARD, FIRST, new Changed<>(null, "Inbox")));
        anew();
        fixture.given(CREATED)
                .when(new MoveList(ORCHARD, FIRST, new Place("Z")), by(ANN))
                .expectEvents(new ListMoved(ORCHARD, FIRST, new Changed<>(FIRST.firstPlace(), new Place("Z"))));
    }

    @Test
    void the_first_list_stays() {
        fixture.given(CREATED)
                .when(new RemoveList(ORCHARD, FIRST), by(ANN))
                .expectException(because(new FirstListStays(FIRST)))
                .expectNoEvents();
    }

    @Test
    void a_list_is_renamed_moved_and_removed() {
        fixture.given(CREATED, Teams.listAdded())
                .when(new RenameList(ORCHARD, DOING, "Now"), by(ANN))
                .expectEvents(new ListRenamed(ORCHARD, OF_ORCHARD, DOING, new Changed<>("Doing", "Now")));
        anew();
        fixture.given(CREATED, Teams.listAdded())
                .when(new MoveList(ORCHARD, DOING, new Place("1")), by(ANN))
                .expectEvents(new ListMoved(ORCHARD, DOING, new Changed<>(DOING.firstPlace(), new Place("1"))));
        anew();
        fixture.given(CREATED, Teams.listAdded())
                .when(new RemoveList(ORCHARD, DOING), by(ANN))
                .expectEvents(new ListRemoved(ORCHARD, DOING));
    }

    @Test
    void what_a_list_is_already_is_no_change() {
        fixture.given(CREATED, Teams.listAdded())
                .when(new RenameList(ORCHARD, DOING, "Doing"), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        anew();
        fixture.given(CREATED, Teams.listAdded())
                .when(new MoveList(ORCHARD, DOING, DOING.firstPlace()), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_list_that_is_not_there_cannot_be_changed() {
        for (var command : List.of(
                new RenameList(ORCHARD, DOING, "Now"),
                new MoveList(ORCHARD, DOING, new Place("1")),
                new RemoveList(ORCHARD, DOING))) {
            anew();
            fixture.given(CREATED, Teams.listAdded(), new ListRemoved(ORCHARD, DOING))
                    .when(command, by(ANN))
                    .expectException(because(new ListNotFound(DOING)))
                    .expectNoEvents();
        }
    }

    @ParameterizedTest
    @MethodSource("changesOfLists")
    void a_viewer_changes_no_list(WorkspaceCommand command) {
        fixture.given(CREATED, Teams.listAdded(), Teams.joined(BOB, WorkspaceRole.VIEWER))
                .when(command, by(BOB))
                .expectException(because(new RoleTooLow(ORCHARD, WorkspaceRole.EDITOR)))
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("changesOfLists")
    void to_others_a_workspace_does_not_exist(WorkspaceCommand command) {
        fixture.given(CREATED, Teams.listAdded())
                .when(command, by(CID))
                .expectException(because(new WorkspaceNotFound(ORCHARD)))
                .expectNoEvents();
    }

    /** Ann and Bob have accounts; whatever a workspace tells them is kept. */
    static final class KnownAccounts implements MembersAccounts {

        final List<String> told = new ArrayList<>();

        @Override
        public Optional<UserId> named(String username) {
            return switch (username) {
                case "ann" -> Optional.of(ANN);
                case "bob" -> Optional.of(BOB);
                default -> Optional.empty();
            };
        }

        @Override
        public boolean provedToHave(UserId person, String email) {
            return person.equals(BOB) && email.equalsIgnoreCase("bob@example.org");
        }

        @Override
        public void joined(UserId member, WorkspaceId workspace) {
            told.add("joined " + member + " " + workspace);
        }

        @Override
        public void left(UserId member, WorkspaceId workspace) {
            told.add("left " + member + " " + workspace);
        }
    }
}
