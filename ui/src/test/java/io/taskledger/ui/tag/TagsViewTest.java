package io.taskledger.ui.tag;

import java.util.List;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import io.taskledger.messages.account.ProfileCommand.ColourTag;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.ui.tryout.ScreenTest;
import io.taskledger.ui.tryout.Tryout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TagsViewTest extends ScreenTest {

    @BeforeEach
    void open() {
        tasks.given("Pay rent", Priority.MEDIUM, TODAY, "home", "money");
        tasks.given("Water the ferns", Priority.MEDIUM, TODAY, "home");
        UI.getCurrent().navigate("tags");
    }

    @Test
    void each_tag_tells_how_many_tasks_have_it_and_leads_to_them() {
        assertThat(names()).containsExactly("home", "money");
        assertThat(find(Span.class).all())
                .extracting(Span::getText)
                .contains("2 tasks, 2\u00a0open", "one task, one\u00a0open");
        assertThat(links().getFirst().getHref()).isEqualTo("tasks?tag=home");
    }

    @Test
    void a_tag_is_renamed_on_all_tasks_and_the_notice_offers_to_undo_it() {
        rename("home", " house ");

        assertThat(names()).containsExactly("house", "money");
        assertThat(tasks.all())
                .extracting(TaskDetails::tags)
                .containsExactly(List.of("house", "money"), List.of("house"));
        assertThat(notice()).isEqualTo("“home” is now “house” on 2 tasks.");
        assertThat(find(NativeButton.class)
                        .withAttribute("data-testid", "notice-offer")
                        .all())
                .hasSize(1);
    }

    @Test
    void a_merge_is_shown_before_it_is_done() {
        rename("home", "money");

        var asking = find(ConfirmDialog.class).single();
        assertThat(asking.getElement().getProperty("message"))
                .isEqualTo("2 tasks will have “money” instead of “home”. It can be undone as one.");
        assertThat(names()).containsExactly("home", "money");

        test(asking).confirm();
        assertThat(names()).containsExactly("money");
        assertThat(tasks.all()).extracting(TaskDetails::tags).containsOnly(List.of("money"));
        assertThat(notice()).isEqualTo("“home” is part of “money” now, on 2 tasks.");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "home"})
    void what_is_no_other_name_changes_nothing(String name) {
        rename("home", name);

        assertThat(tasks.all()).extracting(TaskDetails::tags).allMatch(tags -> tags.contains("home"));
        assertThat(find(Notification.class).all()).isEmpty();
    }

    @Test
    void a_name_that_is_too_long_is_refused_at_the_field() {
        rename("home", "x".repeat(101));

        var field =
                find(TextField.class).withAttribute("data-testid", "tag-name").single();
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("100");
    }

    @Test
    void a_tag_is_removed_from_all_tasks() {
        press("tag-remove", 0);

        assertThat(names()).containsExactly("money");
        assertThat(notice()).isEqualTo("Removed “home” from 2 tasks.");
        press("tag-remove", 0);
        assertThat(part(Div.class, "empty").isVisible()).isTrue();
    }

    @Test
    void a_colour_has_a_name_and_is_taken_back_by_choosing_none() {
        press("tag-colour", 0);
        press("swatch-4", 0);

        assertThat(button("tag-colour", 0).getAriaLabel()).hasValue("Colour of home: Green");
        await(() -> coloured("4").equals(List.of("home")));
        press("tag-colour", 0);
        assertThat(button("swatch-4", 0).getElement().getAttribute("aria-pressed"))
                .isEqualTo("true");
        press("swatch-none", 0);
        await(() -> coloured("4").isEmpty());
    }

    @Test
    void a_colour_that_is_chosen_elsewhere_is_seen_on_chips_at_once() {
        UI.getCurrent().navigate("tasks");
        tags.handle(new ColourTag(Tryout.DEMO, "money", 7));

        await(() -> find(Anchor.class).withAttribute("data-colour", "7").all().size() == 1);
        assertThat(find(Anchor.class).withAttribute("data-colour", "7").single().getText())
                .isEqualTo("money");
    }

    @Test
    void a_tag_that_comes_elsewhere_is_listed_in_its_place_while_one_types() {
        press("tag-rename", 1);
        tasks.given("Call Anna", Priority.LOW, null, "legal");

        // In the place of the third there is the field.
        await(() -> names().size() == 2);
        assertThat(names()).containsExactly("home", "legal");
        assertThat(find(TextField.class)
                        .withAttribute("data-testid", "tag-name")
                        .all())
                .hasSize(1);
    }

    private void rename(String tag, String name) {
        press("tag-rename", names().indexOf(tag));
        test(find(TextField.class).withAttribute("data-testid", "tag-name").single())
                .setValue(name);
    }

    private List<String> coloured(String colour) {
        return find(Span.class).withAttribute("data-colour", colour).all().stream()
                .map(Span::getText)
                .toList();
    }

    private List<Anchor> links() {
        return find(Anchor.class).withAttribute("data-testid", "tag-tasks").all();
    }

    private List<String> names() {
        return links().stream()
                .map(link -> link.getElement().getTextRecursively())
                .toList();
    }

    private NativeButton button(String testId, int at) {
        return find(NativeButton.class)
                .withAttribute("data-testid", testId)
                .all()
                .get(at);
    }

    private void press(String testId, int at) {
        test(button(testId, at)).click();
    }

    private String notice() {
        return find(Notification.class)
                .single()
                .getElement()
                .getTextRecursively()
                .replaceAll("Undo$", "")
                .strip();
    }
}
