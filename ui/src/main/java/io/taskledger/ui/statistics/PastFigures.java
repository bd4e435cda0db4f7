package io.taskledger.ui.statistics;

import java.time.LocalDateTime;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.taskledger.messages.history.ListDiff.Totals;
import io.taskledger.messages.history.StepsOf;
import io.taskledger.messages.task.StatisticsQuery.SumUpTasks;
import io.taskledger.messages.task.TaskStatistics;
import io.taskledger.ui.gateway.ScreenGateway;
import io.taskledger.ui.past.Looking;
import io.taskledger.ui.past.PastQuestions;
import io.taskledger.ui.past.PastScreen;
import io.taskledger.ui.past.Then;
import io.taskledger.ui.task.Desk;
import org.jspecify.annotations.Nullable;

/** The figures as they were. What was done on which day is known of now alone, and not shown. */
class PastFigures extends Div implements PastScreen {

    private final Desk desk;
    private final FigureParts parts;
    private final PastQuestions questions;
    private final ScreenGateway house;

    PastFigures(Desk desk, PastQuestions questions, ScreenGateway house) {
        this.desk = desk;
        this.parts = new FigureParts(desk);
        this.questions = questions;
        this.house = house;
        addClassNames("list-pane", "dashboard");
    }

    @Override
    public Component content() {
        return this;
    }

    @Override
    public StepsOf steps() {
        return new StepsOf.OwnTasks();
    }

    @Override
    public String listName(String list) {
        return desk.listName(list);
    }

    @Override
    public Optional<Totals> show(Looking looking) {
        var then = questions.figures(looking);
        var now = looking.compared() ? now() : null;
        var numbers = new Div(
                number("open", then.incomplete(), now == null ? null : now.incomplete()),
                number("overdue", then.overdue(), now == null ? null : now.overdue()),
                number("done", then.completed(), now == null ? null : now.completed()));
        numbers.addClassNames("numbers", "past-numbers");
        removeAll();
        add(numbers, parts.priorities(then), parts.tags(then));
        return Optional.empty();
    }

    @Override
    public String address(Then then) {
        return new Location(DashboardView.PATH, QueryParameters.of(then.parameter(), then.text()))
                .getPathWithQueryParameters();
    }

    @Override
    public void moved(Then then) {
        // The figures lead nowhere that would have to follow.
    }

    @Override
    public void backToNow() {
        UI.getCurrent().navigate(DashboardView.PATH);
    }

    private TaskStatistics now() {
        var reader = desk.reader();
        return house.find(
                        new SumUpTasks(LocalDateTime.ofInstant(reader.clock().instant(), reader.zone())),
                        TaskStatistics.class)
                .orElseThrow();
    }

    private Div number(String key, long then, @Nullable Long now) {
        if (now == null) {
            return parts.number(key, then, null);
        }
        var since = new Span(desk.say("then.figure.now", now, now - then));
        since.addClassName("past-figure");
        since.getElement().setAttribute("data-testid", "figure-now");
        return parts.number(key, then, null, since);
    }
}
