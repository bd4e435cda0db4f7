package io.taskledger.ui.statistics;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.taskledger.messages.task.DayStatistics;
import io.taskledger.messages.task.StatisticsQuery.CountByDay;
import io.taskledger.messages.task.StatisticsQuery.SumUpTasks;
import io.taskledger.messages.task.TaskStatistics;
import io.taskledger.ui.gateway.ScreenGateway;
import io.taskledger.ui.parts.Screen;
import io.taskledger.ui.past.PastPane;
import io.taskledger.ui.past.PastQuestions;
import io.taskledger.ui.past.Then;
import io.taskledger.ui.past.Travelling;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.task.Desks;
import io.taskledger.ui.task.LiveTasks;
import io.taskledger.ui.task.Shown;
import org.jspecify.annotations.Nullable;

/** One's own tasks in numbers: how many, how late, how much was done on which day, and of what kind they are. */
@PermitAll
@Route(DashboardView.PATH)
public class DashboardView extends Div implements BeforeEnterObserver, HasDynamicTitle, Travelling {

    public static final String PATH = "dashboard";

    private static final int DAYS = 30;

    private final Desk desk;
    private final FigureParts parts;
    private final ScreenGateway house;
    private final PastQuestions questions;
    private final PastFigures pastFigures;
    private @Nullable PastPane past;

    DashboardView(Desks desks, ScreenGateway house, LiveTasks live, PastQuestions questions) {
        this.desk = desks.current();
        this.parts = new FigureParts(desk);
        this.house = house;
        this.questions = questions;
        this.pastFigures = new PastFigures(desk, questions, house);
        addClassName("dashboard-view");
        Screen.follow(this, tab -> live.listen(tab, _ -> refresh()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Then.of(event.getLocation().getQueryParameters()).ifPresentOrElse(this::showPast, this::showNow);
    }

    @Override
    public String getPageTitle() {
        return desk.say("page.title", desk.say("nav.dashboard"));
    }

    @Override
    public Optional<Then> then() {
        return Optional.ofNullable(past).flatMap(PastPane::then);
    }

    /** Where something changed last, so that what is seen is what one knows. */
    @Override
    public void goBack() {
        var last = questions
                .lastChange(pastFigures.steps())
                .orElseGet(() -> desk.reader().clock().instant());
        UI.getCurrent().navigate(pastFigures.address(Then.at(last)));
    }

    @Override
    public void backToNow() {
        pastFigures.backToNow();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (past != null) {
            past.rest();
        }
        super.onDetach(detached);
    }

    private void showPast(Then then) {
        if (past == null) {
            past = new PastPane(desk.reader(), questions, pastFigures, desk.me());
            removeAll();
            add(past);
        }
        past.open(then);
    }

    private void showNow() {
        if (past != null) {
            past.rest();
            past = null;
        }
        read();
    }

    private void refresh() {
        if (past == null) {
            read();
        } else {
            past.refresh();
        }
    }

    private void read() {
        var reader = desk.reader();
        var today = reader.today();
        var now = LocalDateTime.ofInstant(reader.clock().instant(), reader.zone());
        var sums = house.find(new SumUpTasks(now), TaskStatistics.class).orElseThrow();
        var days = house.list(new CountByDay(reader.zone(), today.minusDays(DAYS - 1L), today), DayStatistics.class);
        removeAll();
        var figures = new Div(numbers(sums, days), chart(days), parts.priorities(sums), parts.tags(sums));
        figures.addClassNames("list-pane", "dashboard");
        add(figures);
    }

    private Div numbers(TaskStatistics sums, List<DayStatistics> days) {
        var week = days.stream()
                .skip(Math.max(0, days.size() - 7L))
                .mapToLong(DayStatistics::completed)
                .sum();
        var box = new Div(
                parts.number("open", sums.incomplete(), Shown.all(Shown.Which.TASKS)),
                parts.number("overdue", sums.overdue(), Shown.all(Shown.Which.TODAY)),
                parts.number("done", sums.completed(), null),
                parts.number("week", week, null));
        box.addClassName("numbers");
        return box;
    }

    private Section chart(List<DayStatistics> days) {
        var chart = new DayChart(desk, days);
        var done = days.stream().mapToLong(DayStatistics::completed).sum();
        return parts.section(
                "dashboard.per-day", new Paragraph(desk.say("dashboard.per-day.words", done, DAYS)), chart);
    }
}
