package io.taskledger.ui.projection;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.ProjectionCommand.CancelRebuild;
import io.taskledger.messages.projection.ProjectionCommand.DropVersion;
import io.taskledger.messages.projection.ProjectionCommand.PauseRebuild;
import io.taskledger.messages.projection.ProjectionCommand.Rebuild;
import io.taskledger.messages.projection.ProjectionCommand.RebuildRows;
import io.taskledger.messages.projection.ProjectionCommand.RetryDeadLetter;
import io.taskledger.messages.projection.ProjectionCommand.RollBack;
import io.taskledger.messages.projection.ProjectionCommand.SkipDeadLetter;
import io.taskledger.messages.projection.ProjectionCommand.Swap;
import io.taskledger.messages.projection.ProjectionRejection;
import io.taskledger.messages.projection.RebuildReport.State;
import io.taskledger.messages.projection.RowsOf;
import io.taskledger.ui.account.RegistrationView;
import io.taskledger.ui.shell.NoSuchPage;
import io.taskledger.ui.tryout.ProjectionsInMemory;
import io.taskledger.ui.tryout.ScreenTest;
import io.taskledger.ui.tryout.Tryout;
import org.junit.jupiter.api.Test;

import static io.taskledger.ui.tryout.ProjectionsInMemory.TASKS;
import static org.assertj.core.api.Assertions.assertThat;

class ProjectionsViewTest extends ScreenTest {

    private static final String PATH = "admin/projections";

    @Test
    void there_is_nothing_for_others() {
        assertThat(navigate(PATH, Component.class)).isInstanceOf(NoSuchPage.class);
        assertThat(navigate(PATH + "/tasks", Component.class)).isInstanceOf(NoSuchPage.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("There is nothing here");
        assertThat(links()).isEmpty();
    }

    @Test
    void an_admin_finds_it_on_the_left() {
        projections.admin = true;
        navigate(RegistrationView.class); // which has no frame: the next page makes a new one
        navigate(PATH, ProjectionsView.class);

        assertThat(links())
                .singleElement()
                .satisfies(link -> assertThat(link.getHref()).isEqualTo(PATH));
    }

    @Test
    void a_card_tells_how_a_projection_stands() {
        open("");

        assertThat(text(part(Section.class, "projection-tasks")))
                .contains("tasks", "v2", "Live", "34 events, 0 s", "118 events/s", "1, fed by node-1");
    }

    @Test
    void a_rebuild_begins_as_chosen_and_is_watched() {
        open("tasks");
        RadioButtonGroup<Afterwards> afterwards = find(RadioButtonGroup.class).single();
        afterwards.setValue(Afterwards.HOLD);

        click("rebuild-begin");

        assertThat(projections.commands)
                .singleElement()
                .isInstanceOfSatisfying(
                        Rebuild.class, begun -> assertThat(begun.afterwards()).isEqualTo(Afterwards.HOLD));
        assertThat(part(Paragraph.class, "rebuild-line").getText())
                .isEqualTo("Reading the ledger, 42 %, 190,400 events/s, 4.2 s left");
        assertThat(part(NativeButton.class, "rebuild-pause").isVisible()).isTrue();
        assertThat(find(NativeButton.class)
                        .withAttribute("data-testid", "rebuild-begin")
                        .all())
                .isEmpty();
    }

    @Test
    void a_second_later_the_screen_knows_more() {
        open("tasks");
        var report = projections.report(TASKS, State.FOLDING);
        tick();
        click("rebuild-pause");
        assertThat(projections.commands).containsExactly(new PauseRebuild(TASKS, report.rebuildId()));

        projections.reports.clear();
        projections.report(TASKS, State.SWAPPED);
        tick();

        assertThat(text(part(Div.class, "rebuild-result")))
                .startsWith("0 differences")
                .contains("1,000,000 events became 50,000 rows.");
        assertThat(part(NativeButton.class, "rebuild-begin").isVisible()).isTrue();
    }

    @Test
    void who_swaps_although_something_differs_says_why() {
        projections.admin = true;
        var report = projections.report(TASKS, State.HELD, ProjectionsInMemory.difference("title"));
        open("tasks");

        assertThat(text(part(Div.class, "rebuild-result"))).startsWith("1 difference");
        assertThat(text(part(Div.class, "differences")))
                .contains("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE", "title", "Water the plans", "Water the plants")
                .contains("task.edited at 4,711");
        test(part(TextField.class, "rebuild-reason")).setValue(" on purpose ");
        click("rebuild-swap");

        assertThat(projections.commands).containsExactly(new Swap(TASKS, report.rebuildId(), "on purpose"));
        assertThat(find(Div.class).withAttribute("data-testid", "differences").all())
                .isEmpty();
    }

    @Test
    void without_differences_no_reason_is_asked_for() {
        var report = projections.report(TASKS, State.HELD);
        open("tasks");

        assertThat(find(TextField.class)
                        .withAttribute("data-testid", "rebuild-reason")
                        .all())
                .isEmpty();
        click("rebuild-cancel");

        assertThat(projections.commands).containsExactly(new CancelRebuild(TASKS, report.rebuildId()));
    }

    @Test
    void a_failure_says_why() {
        projections.report(TASKS, State.FAILED);
        open("tasks");

        assertThat(text(part(Div.class, "rebuild-result"))).contains("The disk is full.");
    }

    @Test
    void a_version_from_before_can_come_back_or_go() {
        open("tasks");

        click("roll-back");
        click("drop-1");

        assertThat(projections.commands).containsExactly(new RollBack(TASKS), new DropVersion(TASKS, 1));
    }

    @Test
    void a_dead_letter_is_shown_retried_or_skipped_with_a_reason() {
        projections.letters.add(projections.letter("one", Optional.of("SQLException: too long")));
        projections.letters.add(projections.letter("two", Optional.empty()));
        open("tasks");

        assertThat(text(part(Component.class, "letter-one")))
                .contains("task.edited at 4,711", "SQLException: too long", "\"to\" : \"Water all\"");
        assertThat(text(part(Component.class, "letter-two"))).contains("Waits behind another");
        click("retry-one");
        click("skip-two");
        click("skip-confirm");
        assertThat(part(TextField.class, "skip-reason").isInvalid()).isTrue();
        test(part(TextField.class, "skip-reason")).setValue("known");
        click("skip-confirm");

        assertThat(projections.commands)
                .containsExactly(new RetryDeadLetter(TASKS, "one"), new SkipDeadLetter(TASKS, "two", "known"));
        assertThat(text(part(Section.class, "sheet"))).contains("Every event was handled.");
    }

    @Test
    void the_rows_of_one_task_or_of_one_person_are_made_anew() {
        open("tasks");
        click("rows-begin");
        assertThat(part(TextField.class, "rows-of").isInvalid()).isTrue();

        test(part(TextField.class, "rows-of")).setValue(" task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE ");
        click("rows-begin");
        assertThat(text(part(Div.class, "rows-done"))).contains("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE");
        test(part(TextField.class, "rows-of")).setValue("demo");
        click("rows-begin");

        assertThat(projections.commands)
                .containsExactly(
                        new RebuildRows(TASKS, new RowsOf.Stream("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE")),
                        new RebuildRows(TASKS, new RowsOf.Owner(Tryout.DEMO)));
    }

    @Test
    void rows_that_are_not_there_are_not_said_to_be_made() {
        open("tasks");
        projections.refusal = Optional.of(new ProjectionRejection.NoSuchPart(TASKS));

        test(part(TextField.class, "rows-of")).setValue("nobody");
        click("rows-begin");

        assertThat(test(find(Notification.class).single()).getText()).contains("no such rows");
        assertThat(find(Div.class).withAttribute("data-testid", "rows-done").all())
                .isEmpty();
    }

    @Test
    void a_refusal_is_told() {
        open("tasks");
        projections.refusal = Optional.of(new ProjectionRejection.NothingToRollBackTo(TASKS));

        click("roll-back");

        assertThat(test(find(Notification.class).single()).getText()).contains("no version from before");
    }

    @Test
    void what_was_known_stays_while_nobody_answers() {
        open("");
        projections.away = true;
        tick();
        assertThat(text(part(Div.class, "unanswered"))).contains("Nobody can tell just now");
        assertThat(part(Section.class, "projection-tasks").isVisible()).isTrue();

        projections.away = false;
        tick();
        assertThat(find(Div.class).withAttribute("data-testid", "unanswered").all())
                .isEmpty();
    }

    @Test
    void an_address_of_no_projection_shows_the_cards_alone() {
        open("nothing");

        assertThat(find(Section.class).withAttribute("data-testid", "sheet").all())
                .isEmpty();
    }

    @Test
    void a_line_of_rates_goes_from_corner_to_corner() {
        assertThat(RateLine.picture(List.of(0.0, 50.0, 100.0))).contains("points='0.0,22.0 60.0,12.0 120.0,2.0'");
    }

    private void open(String projection) {
        projections.admin = true;
        navigate(projection.isEmpty() ? PATH : PATH + "/" + projection, ProjectionsView.class);
    }

    private void click(String testId) {
        test(part(NativeButton.class, testId)).click();
    }

    private static void tick() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    private List<Anchor> links() {
        return find(Anchor.class)
                .withAttribute("data-testid", "nav-projections")
                .all();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
