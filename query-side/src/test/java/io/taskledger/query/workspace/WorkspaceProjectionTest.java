package io.taskledger.query.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.taskledger.messages.Changed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
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
import io.taskledger.query.projection.RowForm;
import io.taskledger.query.projection.TablesInMemory;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class WorkspaceProjectionTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00.123456Z");
    private static final UserId ANN = UserId.next();
    private static final UserId BEN = UserId.next();

    private final WorkspaceId team = WorkspaceId.next();
    private final SubjectId subject = new SubjectId(team.text());
    private final ListId list = ListId.next();
    private final InvitationId first = InvitationId.next();
    private final InvitationId second = InvitationId.next();
    private final InvitationId third = InvitationId.next();

    @Test
    void an_event_delivered_again_changes_nothing_also_where_its_row_has_gone() {
        var once = new Told();
        var often = new Told();
        var story = story();
        for (var index = 0; index < story.size(); index++) {
            once.tell(story.get(index), index);
            for (var again = 0; again <= index; again++) {
                often.tell(story.get(again), again);
            }
        }

        assertThat(often.rows()).isEqualTo(once.rows());
    }

    @Test
    void a_list_that_is_added_once_more_is_there_again() {
        var told = new Told();
        var story = List.of(
                created(),
                new ListAdded(team, subject, list, "Old", new Place("1")),
                new ListRemoved(team, list),
                new ListAdded(team, subject, list, "New", new Place("3")));
        for (var index = 0; index < story.size(); index++) {
            told.tell(story.get(index), index);
        }

        assertThat(told.rows(ListEntity.FORM)).contains(List.of(list.text(), team.text(), "New", "3", false));
    }

    @Test
    void whose_personal_workspace_is_left_is_gone_with_all_that_they_wrote() {
        var personal = WorkspaceId.personalOf(ANN);
        var told = new Told();
        told.tell(new WorkspaceCreated(personal, SubjectId.of(ANN), ANN, null), 0);
        told.tell(new ListAdded(personal, SubjectId.of(ANN), list, "Secret plans", new Place("1")), 1);
        told.tell(
                new ListRenamed(personal, SubjectId.of(ANN), ListId.firstOf(personal), new Changed<>(null, "Diary")),
                2);
        told.tell(new MemberLeft(personal, ANN), 3);

        assertThat(told.rows().toString()).doesNotContain("Secret").doesNotContain("Diary");
        assertThat(told.rows(MemberEntity.FORM)).isEmpty();
    }

    @Test
    void a_missing_row_is_an_error_and_not_silence() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Told().tell(new ListRemoved(team, list), 1))
                .withMessageContaining(team.text());
    }

    private WorkspaceCreated created() {
        return new WorkspaceCreated(team, subject, ANN, "Team");
    }

    private List<WorkspaceEvent> story() {
        return List.of(
                created(),
                new WorkspaceRenamed(team, subject, new Changed<>("Team", "Crew")),
                new ListAdded(team, subject, list, "To do", new Place("1")),
                new ListRenamed(team, subject, list, new Changed<>("To do", "Later")),
                new ListMoved(team, list, new Changed<>(new Place("1"), new Place("3"))),
                new UserInvited(team, first, BEN, WorkspaceRole.EDITOR),
                new MemberJoined(team, first, BEN, WorkspaceRole.EDITOR),
                new RoleChanged(team, BEN, new Changed<>(WorkspaceRole.EDITOR, WorkspaceRole.ADMIN)),
                new AddressInvited(team, subject, second, "c@example.org", WorkspaceRole.VIEWER),
                new InvitationWithdrawn(team, second),
                new MemberRemoved(team, BEN),
                new UserInvited(team, third, BEN, WorkspaceRole.VIEWER),
                new InvitationDeclined(team, third, BEN),
                new ListRemoved(team, list),
                new MemberLeft(team, ANN));
    }

    /** A projection in memory. */
    private static final class Told {

        private static final List<RowForm<?>> FORMS =
                List.of(WorkspaceEntity.FORM, ListEntity.FORM, MemberEntity.FORM, InvitationEntity.FORM);

        private final TablesInMemory tables = new TablesInMemory(FORMS);
        private final WorkspaceProjection projection = new WorkspaceProjection(tables);

        void tell(WorkspaceEvent event, long number) {
            var message = new GenericDomainEventMessage<>(
                    "workspace", event.workspaceId().text(), number, event);
            var dated = new GenericDomainEventMessage<>(
                    message.getType(), message.getAggregateIdentifier(), number, message, () -> MONDAY);
            projection.on(event, dated, new GlobalSequenceTrackingToken(100 + number));
        }

        List<Object> rows() {
            var all = new ArrayList<>();
            FORMS.forEach(form -> all.addAll(rows(form)));
            return all;
        }

        <E> List<List<@Nullable Object>> rows(RowForm<E> form) {
            return tables.rows(form).all().stream().map(form::values).toList();
        }
    }
}
