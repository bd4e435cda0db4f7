package io.taskledger.ui.task;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.tryout.ScreenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SelectingTest extends ScreenTest {

    @BeforeEach
    void threeTasks() {
        tasks.given("Ants", Priority.MEDIUM, null);
        tasks.given("Beds", Priority.MEDIUM, null);
        tasks.given("Cats", Priority.MEDIUM, null);
        UI.getCurrent().navigate("tasks", QueryParameters.of("sort", "title"));
    }

    @Test
    void nothing_is_offered_until_a_row_is_selected() {
        assertThat(bar().isVisible()).isFalse();
        pick("Ants");
        assertThat(bar().isVisible()).isTrue();
        assertThat(number()).isEqualTo("1 selected");
        pick("Ants");
        assertThat(bar().isVisible()).isFalse();
    }

    @Test
    void a_range_takes_all_between_two_rows() {
        pick("Ants");
        bar().pick(task("Cats").taskId(), true);
        assertThat(number()).isEqualTo("3 selected");
    }

    @Test
    void what_is_done_is_done_to_the_selected_tasks_alone() {
        pick("Ants");
        pick("Cats");
        test(part(Push.class, "bulk-complete")).click();
        assertThat(tasks.all())
                .filteredOn(TaskDetails::completed)
                .extracting(TaskDetails::title)
                .containsExactlyInAnyOrder("Ants", "Cats");
        assertThat(bar().isVisible()).isFalse();
    }

    @Test
    void a_task_that_goes_away_is_not_selected_any_more() {
        pick("Ants");
        pick("Beds");
        tasks.deletedElsewhere(task("Ants").taskId());
        await(() -> number().equals("1 selected"));
    }

    private Selecting bar() {
        return find(TaskListPane.class).single().selecting();
    }

    private String number() {
        return part(Span.class, "bulk-number").getText();
    }

    private void pick(String title) {
        test(find(NativeButton.class)
                        .withAttribute("aria-label", "Select " + title)
                        .single())
                .click();
    }

    private TaskDetails task(String title) {
        return tasks.all().stream()
                .filter(task -> task.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
