package io.taskledger.ui.statistics;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.taskledger.messages.task.DayStatistics;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.StatisticsQuery.CountByDay;
import io.taskledger.messages.task.StatisticsQuery.SumUpTasks;
import io.taskledger.messages.task.TaskStatistics;
import io.taskledger.ui.gateway.ScreenGateway;
import io.taskledger.ui.parts.Screen;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.task.Desks;
import io.taskledger.ui.task.LiveTasks;
import io.taskledger.ui.task.Shown;
import io.taskledger.ui.task.TaskNavigation;
import org.jspecify.annotations.Nullable;

/** One's own tasks in numbers: how many, how late, how much was done on which day, and of what kind they are. */
@PermitAll
@Route(DashboardView.PATH)
public class DashboardView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    public static final String PATH = "dashboard";

    private static final int DAYS = 30;
    private static final int TAGS_SHOWN = 8;

    private final Desk desk;
    private final ScreenGateway house;

    DashboardView(Desks desks, ScreenGateway house, LiveTasks live) {
        this.desk = desks.current();
        this.house = house;
        addClassNames("list-pane", "dashboard");
        Screen.follow(this, tab -> live.listen(tab, _ -> read()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        read();
    }

    @Override
    public String getPageTitle() {
        return desk.say("page.title", desk.say("nav.dashboard"));
    }

    private void read() {
        var reader = desk.reader();
        var today = reader.today();
        var now = LocalDateTime.ofInstant(reader.clock().instant(), reader.zone());
        var sums = house.find(new SumUpTasks(now), TaskStatistics.class).orElseThrow();
        var days = house.list(new CountByDay(reader.zone(), today.minusDays(DAYS - 1L), today), DayStatistics.class);
        removeAll();
        add(numbers(sums, days), chart(days), priorities(sums), tags(sums));
    }

    private Div numbers(TaskStatistics sums, List<DayStatistics> days) {
        var week = days.stream()
                .skip(Math.max(0, days.size() - 7L))
                .mapToLong(DayStatistics::completed)
                .sum();
        var box = new Div(
                number("open", sums.incomplete(), Shown.all(Shown.Which.TASKS)),
                number("overdue", sums.overdue(), Shown.all(Shown.Which.TODAY)),
                number("done", sums.completed(), null),
                number("week", week, null));
        box.addClassName("numbers");
        return box;
    }

    private Div number(String key, long value, @Nullable Shown where) {
        var figure = new Span(desk.say("measure.count", value));
        figure.addClassName("figure");
        var label = new Span(desk.say("dashboard." + key));
        label.addClassName("quiet");
        var tile = new Div(figure, label);
        tile.addClassNames("tile", "tile-" + key);
        tile.setClassName("bad", key.equals("overdue") && value > 0);
        tile.getElement().setAttribute("data-testid", "number-" + key);
        if (where == null) {
            return tile;
        }
        var link = new Anchor(TaskNavigation.toList(where), tile);
        link.addClassName("tile-link");
        return new Div(link);
    }

    private Section chart(List<DayStatistics> days) {
        var chart = new DayChart(desk, days);
        var done = days.stream().mapToLong(DayStatistics::completed).sum();
        return section("dashboard.per-day", new Paragraph(desk.say("dashboard.per-day.words", done, DAYS)), chart);
    }

    private Section priorities(TaskStatistics sums) {
        var bars = new Bars();
        for (var one : List.of(Priority.HIGH, Priority.MEDIUM, Priority.LOW)) {
            bars.add(
                    desk.say("priority." + one.text() + ".short"),
                    sums.byPriority().getOrDefault(one, 0L),
                    "bar-" + one.text());
        }
        return section("dashboard.by-priority", bars);
    }

    private Section tags(TaskStatistics sums) {
        var bars = new Bars();
        sums.byTag().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(TAGS_SHOWN)
                .forEach(tag -> bars.add(tag.getKey(), tag.getValue(), "bar-tag"));
        return section(
                "dashboard.by-tag", sums.byTag().isEmpty() ? new Paragraph(desk.say("dashboard.no-tags")) : bars);
    }

    private Section section(String key, Component... content) {
        var section = new Section(new H2(desk.say(key)));
        section.add(content);
        section.addClassName("card");
        section.getElement().setAttribute("data-testid", key.replace('.', '-'));
        return section;
    }
}
