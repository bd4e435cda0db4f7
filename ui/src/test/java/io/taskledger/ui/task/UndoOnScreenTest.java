package io.taskledger.ui.task;

import java.util.List;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.ui.tryout.ScreenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UndoOnScreenTest extends ScreenTest {

    @BeforeEach
    void open() {
        tasks.given("Pay rent", Priority.MEDIUM, TODAY);
        UI.getCurrent().navigate("tasks");
    }

    @Test
    void what_was_done_is_taken_back_from_the_notice_and_done_again() {
        press("row-check");
        assertThat(notice()).isEqualTo("Completed “Pay rent”.");
        assertThat(task().completed()).isTrue();

        press("notice-offer");
        assertThat(task().completed()).isFalse();
        assertThat(notice()).isEqualTo("Undone.");

        press("notice-offer");
        assertThat(task().completed()).isTrue();
        assertThat(notice()).isEqualTo("Done again.");
    }

    @Test
    void the_keys_go_back_and_forth() {
        press("row-check");
        press("row-check");
        assertThat(task().completed()).isFalse();

        press("undo-last");
        assertThat(task().completed()).isTrue();
        press("undo-last");
        assertThat(task().completed()).isFalse();
        press("undo-last");
        assertThat(words()).contains("There is nothing to undo.");
        press("redo-last");
        assertThat(task().completed()).isTrue();
    }

    @Test
    void what_was_deleted_comes_back_into_the_list() {
        press("row-delete");
        assertThat(tasks.all()).isEmpty();

        press("notice-offer");

        assertThat(tasks.all()).extracting(TaskDetails::title).containsExactly("Pay rent");
        assertThat(find(TaskRow.class).all()).hasSize(1);
    }

    @Test
    void who_was_overtaken_is_told_and_may_insist() {
        press("row-check");
        undoing.overtaken = true;

        press("notice-offer");
        assertThat(notice()).isEqualTo("Somebody changed it since.");
        assertThat(task().completed()).isTrue();

        press("notice-offer");
        assertThat(task().completed()).isFalse();
    }

    private void press(String testId) {
        test(part(NativeButton.class, testId)).click();
    }

    private TaskDetails task() {
        return tasks.all().getFirst();
    }

    private String notice() {
        return find(Span.class).withAttribute("role", "status").all().getLast().getText();
    }

    private List<String> words() {
        return find(Notification.class).all().stream()
                .map(notice -> test(notice).getText())
                .toList();
    }
}
