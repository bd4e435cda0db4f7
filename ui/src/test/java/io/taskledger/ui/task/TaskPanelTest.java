package io.taskledger.ui.task;

import java.util.List;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.tryout.ScreenTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TaskPanelTest extends ScreenTest {

    @Test
    void a_field_is_saved_when_it_is_left_and_the_list_shows_it() {
        open(tasks.given("Pay rent", Priority.MEDIUM, null));
        test(part(TextArea.class, "field-title")).setValue("Pay the rent");
        assertThat(only().title()).isEqualTo("Pay the rent");
        assertThat(find(TaskRow.class).single().task().title()).isEqualTo("Pay the rent");
    }

    @Test
    void what_one_began_to_say_waits_while_one_looks_at_another_task_until_it_is_given_up() {
        var rent = tasks.given("Pay rent", Priority.MEDIUM, null);
        var milk = tasks.given("Buy milk", Priority.MEDIUM, null);
        open(rent);
        test(part(Push.class, "tab-comments")).click();
        test(part(TextArea.class, "comment-field")).setValue("The landlord");
        open(milk);
        test(part(Push.class, "tab-comments")).click();
        assertThat(part(TextArea.class, "comment-field").getValue()).isEmpty();
        open(rent);
        test(part(Push.class, "tab-comments")).click();
        assertThat(part(TextArea.class, "comment-field").getValue()).isEqualTo("The landlord");
        test(part(TextArea.class, "comment-field")).setValue("");
        open(milk);
        open(rent);
        test(part(Push.class, "tab-comments")).click();
        assertThat(part(TextArea.class, "comment-field").getValue()).isEmpty();
    }

    @Test
    void a_blank_title_is_refused_beside_the_field_and_nothing_is_saved() {
        open(tasks.given("Pay rent", Priority.MEDIUM, null));
        var title = part(TextArea.class, "field-title");
        test(title).setValue("  ");
        assertThat(title.isInvalid()).isTrue();
        assertThat(title.getErrorMessage()).isEqualTo("This is needed.");
        assertThat(only().title()).isEqualTo("Pay rent");
        test(title).setValue("Pay the rent");
        assertThat(title.isInvalid()).isFalse();
    }

    @Test
    void what_somebody_changed_meanwhile_is_not_written_over_unseen_and_one_may_take_it() {
        var rent = tasks.given("Pay rent", Priority.MEDIUM, null);
        open(rent);
        beginToType();
        tasks.editedUnnoticed(rent, edit -> edit.title("Pay Anna's rent").tags(List.of("home")));
        test(part(TextArea.class, "field-title")).setValue("Pay the rent");
        assertThat(only().title()).isEqualTo("Pay Anna's rent");
        assertThat(find(Div.class).withClassName("conflict-value").all())
                .extracting(Div::getText)
                .containsExactly("Pay Anna's rent", "Pay the rent");

        test(part(Push.class, "take-theirs")).click();
        assertThat(part(TextArea.class, "field-title").getValue()).isEqualTo("Pay Anna's rent");
        assertThat(only().title()).isEqualTo("Pay Anna's rent");
        assertThat(find(Push.class).withAttribute("data-testid", "keep-mine").all())
                .isEmpty();
    }

    @Test
    void who_insists_on_their_own_value_gets_it_and_what_else_was_changed_stays() {
        var rent = tasks.given("Pay rent", Priority.MEDIUM, null);
        open(rent);
        beginToType();
        tasks.editedUnnoticed(rent, edit -> edit.title("Pay Anna's rent").tags(List.of("home")));
        test(part(TextArea.class, "field-title")).setValue("Pay the rent");
        test(part(Push.class, "keep-mine")).click();
        assertThat(only().title()).isEqualTo("Pay the rent");
        assertThat(only().tags()).containsExactly("home");
    }

    @Test
    void a_change_of_another_field_is_no_conflict() {
        var rent = tasks.given("Pay rent", Priority.MEDIUM, null);
        open(rent);
        beginToType();
        tasks.editedUnnoticed(rent, edit -> edit.tags(List.of("home")));
        test(part(TextArea.class, "field-title")).setValue("Pay the rent");
        assertThat(only().title()).isEqualTo("Pay the rent");
    }

    @Test
    void a_time_can_be_given_only_with_a_date() {
        open(tasks.given("Pay rent", Priority.MEDIUM, null));
        assertThat(part(TimePicker.class, "field-due-time").isEnabled()).isFalse();
        open(tasks.given("Buy milk", Priority.MEDIUM, TODAY));
        assertThat(part(TimePicker.class, "field-due-time").isEnabled()).isTrue();
    }

    @Test
    void tags_come_and_go_one_by_one() {
        open(tasks.given("Pay rent", Priority.MEDIUM, null, "home"));
        find(TagsField.class).single().more("money");
        assertThat(only().tags()).containsExactly("home", "money");
        find(TagsField.class).single().more("money");
        assertThat(only().tags()).containsExactly("home", "money");
        test(find(Push.class).withAttribute("data-testid", "remove-tag").all().getFirst())
                .click();
        assertThat(only().tags()).containsExactly("money");
    }

    @Test
    void the_history_tells_each_change_newest_first() {
        open(tasks.given("Pay rent", Priority.MEDIUM, null));
        test(part(TextArea.class, "field-title")).setValue("Pay the rent");
        selectHigh();
        test(part(Push.class, "panel-toggle")).click();
        test(part(Push.class, "tab-history")).click();
        assertThat(sentences())
                .containsExactly(
                        "You completed it",
                        "You changed the priority: Medium priority → High priority",
                        "You renamed it: “Pay rent” → “Pay the rent”",
                        "You created this task");
    }

    @Test
    void the_history_names_people_of_an_imported_file() {
        var rent = tasks.given("Pay rent", Priority.MEDIUM, null);
        tasks.told(rent, "Ruth Kern", new TaskCompleted(rent));
        open(rent);
        test(part(Push.class, "tab-history")).click();
        assertThat(sentences().getFirst()).isEqualTo("Ruth Kern completed it");
    }

    @Test
    void a_task_that_was_deleted_meanwhile_says_so() {
        var rent = tasks.given("Pay rent", Priority.MEDIUM, null);
        open(rent);
        tasks.deletedElsewhere(rent);
        await(() -> !find(Paragraph.class)
                .withAttribute("data-testid", "panel-missing")
                .all()
                .isEmpty());
        assertThat(find(TextArea.class).all()).isEmpty();
        assertThat(find(TaskRow.class).all()).isEmpty();
    }

    @Test
    void an_address_of_no_task_says_so() {
        UI.getCurrent().navigate("tasks/" + TaskId.next().text());
        roundTrip();
        assertThat(part(Paragraph.class, "panel-missing").getText()).startsWith("It was deleted");
        UI.getCurrent().navigate("tasks/nonsense");
        roundTrip();
        assertThat(part(Paragraph.class, "panel-missing").getText()).startsWith("It was deleted");
    }

    private void open(TaskId task) {
        UI.getCurrent().navigate("tasks/" + task.text());
        roundTrip();
    }

    /** From then on the field is left alone. */
    private void beginToType() {
        var title = part(TextArea.class, "field-title");
        ComponentUtil.fireEvent(title, new FocusNotifier.FocusEvent<>(title, true, true));
    }

    private TaskDetails only() {
        return tasks.all().getFirst();
    }

    @SuppressWarnings("unchecked")
    private void selectHigh() {
        Select<Priority> priority = part(Select.class, "field-priority");
        test(priority).selectItem("High");
    }

    private List<String> sentences() {
        return find(ListItem.class).withAttribute("data-testid", "history-entry").all().stream()
                .map(entry -> find(Div.class, entry).all().get(1).getText())
                .toList();
    }
}
