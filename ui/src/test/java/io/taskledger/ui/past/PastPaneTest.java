package io.taskledger.ui.past;

import java.time.Instant;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.tryout.PastInMemory;
import io.taskledger.ui.tryout.ScreenTest;
import io.taskledger.ui.tryout.Tryout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PastPaneTest extends ScreenTest {

    private static final Instant RENAMED = Instant.parse("2026-11-03T09:00:00Z");

    @BeforeEach
    void furnish() {
        var beds = TaskId.next();
        past.renamed(task(beds, "Beds", 0), task(beds, "Roses", 1), RENAMED);
    }

    @Test
    void a_list_is_shown_as_it_was_and_nothing_can_be_done_with_it() {
        UI.getCurrent().navigate("tasks", parameters("2026-11-02T09:00:00Z"));
        assertThat(titles()).containsExactly("Beds");
        assertThat(said("past-when")).startsWith("You are looking at").endsWith("Nothing here can be edited.");
        assertThat(all("row-check")).isEmpty();
        assertThat(all("quick-add")).isEmpty();
    }

    @Test
    void one_goes_from_change_to_change_and_is_told_where_there_is_none() {
        UI.getCurrent().navigate("tasks", parameters("2026-11-02T09:00:00Z"));
        test(part(Push.class, "past-next")).click();
        assertThat(titles()).containsExactly("Roses");
        assertThat(single(Anchor.class, "row-title").getHref()).contains("at=2026-11-03T09");
        test(part(Push.class, "past-next")).click();
        assertThat(said("past-summary")).isEqualTo("There is no further change in this direction.");
    }

    @Test
    void what_differs_from_now_is_marked_in_words() {
        UI.getCurrent().navigate("tasks", parameters("2026-11-02T09:00:00Z"));
        test(part(Push.class, "past-compare")).click();
        assertThat(said("past-summary")).isEqualTo("0 new, 0 gone, 1 changed");
        assertThat(single(DifferenceMark.class, "difference").getElement().getTextRecursively())
                .isEqualTo("Changedtitle: Beds → Roses");
    }

    @Test
    void a_moment_before_everything_says_where_all_begins() {
        UI.getCurrent().navigate("tasks", parameters("2000-01-01"));
        assertThat(part(Div.class, "past-nothing").getElement().getTextRecursively())
                .contains("Nothing is known of this time", "Nov 1");
        test(part(Push.class, "past-nothing-back")).click();
        assertThat(all("past-bar")).isEmpty();
    }

    private static QueryParameters parameters(String at) {
        return QueryParameters.of("at", at);
    }

    private List<String> titles() {
        return find(Anchor.class).withAttribute("data-testid", "row-title").all().stream()
                .map(Anchor::getText)
                .toList();
    }

    private String said(String testId) {
        return single(Span.class, testId).getText();
    }

    private <C extends Component> C single(Class<C> type, String testId) {
        return part(type, testId);
    }

    private List<Component> all(String testId) {
        return find(Component.class).withAttribute("data-testid", testId).all();
    }

    private static TaskDetails task(TaskId id, String title, long version) {
        return new TaskDetails(
                id,
                Tryout.DEMO,
                title,
                null,
                Priority.MEDIUM,
                null,
                null,
                List.of(),
                null,
                PastInMemory.START,
                PastInMemory.START,
                version);
    }
}
