package io.taskledger.ui.task;

import java.util.List;

import com.vaadin.flow.router.Location;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.ListId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShownTest {

    private static final Shown NARROW = new Shown(
            Shown.Which.TODAY,
            ListId.next(),
            Shown.Status.ALL,
            Priority.HIGH,
            List.of("home", "a & b"),
            "50% ü",
            Shown.Order.NEWEST);

    @Test
    void an_address_brings_back_the_list_that_it_was_made_of() {
        assertThat(Shown.of(new Location(TaskNavigation.toList(NARROW)))).isEqualTo(NARROW);
    }

    @Test
    void a_tasks_address_brings_back_the_list_beside_it() {
        assertThat(Shown.of(new Location(TaskNavigation.toTask(TaskId.next(), NARROW))))
                .isEqualTo(NARROW);
    }

    @Test
    void what_an_address_says_that_makes_no_sense_is_left_out() {
        assertThat(Shown.of(new Location("tasks?status=odd&priority=9&list=milk&sort=%00&in=nowhere")))
                .isEqualTo(Shown.all(Shown.Which.TASKS));
    }
}
