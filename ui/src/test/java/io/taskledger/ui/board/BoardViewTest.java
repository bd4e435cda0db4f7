package io.taskledger.ui.board;

import java.util.List;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceQuery.Side;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.task.TagMarks;
import io.taskledger.ui.tryout.ScreenTest;
import io.taskledger.ui.workspace.WorkspaceNavigation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BoardViewTest extends ScreenTest {

    @Test
    void each_list_is_a_column_with_its_tasks_in_their_own_order() {
        var team = workspaces.given("Garden", WorkspaceRole.EDITOR, "Ideas", "Doing");
        tasks.givenIn(team, ListId.firstOf(team), "Beds");
        tasks.givenIn(team, ListId.firstOf(team), "Ants");
        open(team);
        assertThat(columns()).containsExactly("Ideas", "Doing");
        assertThat(cards()).containsExactly("Beds", "Ants");
    }

    @Test
    void a_card_tells_how_many_tags_it_does_not_show() {
        var team = workspaces.given("Garden", WorkspaceRole.EDITOR, "Ideas");
        var beds = tasks.givenIn(team, ListId.firstOf(team), "Beds");
        tasks.editedUnnoticed(beds, edit -> edit.tags(List.of("a", "b", "c", "d", "e", "f")));
        open(team);
        assertThat(find(TagMarks.class).single().getChildren())
                .extracting(tag -> tag.getElement().getText())
                .containsExactly("a", "b", "c", "d", "+2");
    }

    @Test
    void a_card_is_put_where_it_was_dropped() {
        var team = workspaces.given("Garden", WorkspaceRole.EDITOR, "Ideas");
        var list = ListId.firstOf(team);
        tasks.givenIn(team, list, "Beds");
        var ants = tasks.givenIn(team, list, "Ants");
        var cats = tasks.givenIn(team, list, "Cats");
        open(team);
        drop(cats, list, ants.text(), "");
        assertThat(cards()).containsExactly("Beds", "Cats", "Ants");
        drop(cats, list, "", ants.text());
        assertThat(cards()).containsExactly("Beds", "Ants", "Cats");
    }

    @Test
    void whoever_may_only_look_is_offered_nothing_to_change() {
        var team = workspaces.given("Garden", WorkspaceRole.VIEWER, "Ideas");
        open(team);
        assertThat(find(Push.class).withAttribute("data-testid", "list-menu").all())
                .isEmpty();
        assertThat(find(Push.class).withAttribute("data-testid", "add-list").all())
                .isEmpty();
        assertThat(find(CardAdding.class).all()).isEmpty();
    }

    @Test
    void lists_are_put_in_another_order() {
        var team = workspaces.given("Garden", WorkspaceRole.EDITOR, "Ideas", "Doing", "Done");
        open(team);
        var doing = find(ColumnHeader.class).all().get(1);
        doing.asked().orElseThrow().move(Side.AFTER);
        assertThat(columns()).containsExactly("Ideas", "Done", "Doing");
        doing.asked().orElseThrow().rename("Under way");
        assertThat(columns()).containsExactly("Ideas", "Done", "Under way");
    }

    @Test
    void a_list_that_cannot_be_called_so_says_why() {
        var team = workspaces.given("Garden", WorkspaceRole.EDITOR, "Ideas");
        open(team);
        var refused = find(ColumnHeader.class).single().asked().orElseThrow().rename("x".repeat(101));
        assertThat(refused).isPresent();
        assertThat(columns()).containsExactly("Ideas");
    }

    @Test
    void tasks_of_a_removed_list_stand_in_the_first_one() {
        var team = workspaces.given("Garden", WorkspaceRole.EDITOR, "Ideas");
        tasks.givenIn(team, ListId.next(), "Left behind");
        open(team);
        assertThat(cards()).containsExactly("Left behind");
    }

    private void open(WorkspaceId workspace) {
        UI.getCurrent().navigate(WorkspaceNavigation.toBoard(workspace));
    }

    private void drop(TaskId task, ListId list, String next, String previous) {
        find(BoardPane.class).single().dropped(CardMoved.of(task.text(), list.text(), next, previous, false));
    }

    private List<String> columns() {
        return find(H2.class).withAttribute("data-testid", "column-name").all().stream()
                .map(H2::getText)
                .toList();
    }

    private List<String> cards() {
        return find(Anchor.class).withAttribute("data-testid", "card-title").all().stream()
                .map(Anchor::getText)
                .toList();
    }
}
