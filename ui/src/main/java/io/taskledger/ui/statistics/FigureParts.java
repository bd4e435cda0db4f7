package io.taskledger.ui.statistics;

import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskStatistics;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.task.Shown;
import io.taskledger.ui.task.TaskNavigation;
import org.jspecify.annotations.Nullable;

/** What figures are shown in, those of now and those of then. */
record FigureParts(Desk desk) {

    private static final int TAGS_SHOWN = 8;

    /**
     * @param key what is counted: {@code open}
     * @param where the tasks are; null where they are nowhere
     */
    Div number(String key, long value, @Nullable Shown where, Component... more) {
        var figure = new Span(desk.say("measure.count", value));
        figure.addClassName("figure");
        var label = new Span(desk.say("dashboard." + key));
        label.addClassName("quiet");
        var tile = new Div(figure, label);
        tile.add(more);
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

    Section priorities(TaskStatistics sums) {
        var bars = new Bars();
        for (var one : List.of(Priority.HIGH, Priority.MEDIUM, Priority.LOW)) {
            bars.add(
                    desk.say("priority." + one.text() + ".short"),
                    sums.byPriority().getOrDefault(one, 0L),
                    "bar-" + one.text());
        }
        return section("dashboard.by-priority", bars);
    }

    Section tags(TaskStatistics sums) {
        var bars = new Bars();
        sums.byTag().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(TAGS_SHOWN)
                .forEach(tag -> bars.add(tag.getKey(), tag.getValue(), "bar-tag"));
        return section(
                "dashboard.by-tag", sums.byTag().isEmpty() ? new Paragraph(desk.say("dashboard.no-tags")) : bars);
    }

    Section section(String key, Component... content) {
        var section = new Section(new H2(desk.say(key)));
        section.add(content);
        section.addClassName("card");
        section.getElement().setAttribute("data-testid", key.replace('.', '-'));
        return section;
    }
}
