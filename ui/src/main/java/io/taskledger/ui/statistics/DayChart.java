package io.taskledger.ui.statistics;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.taskledger.messages.task.DayStatistics;
import io.taskledger.ui.task.Desk;

/** What was done and made each day, as columns; the same as a table for who cannot see it. */
class DayChart extends Div {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 140;
    private static final double GAP = 0.3;

    DayChart(Desk desk, List<DayStatistics> days) {
        addClassName("day-chart");
        var picture = new Svg();
        picture.setSvg(picture(days));
        picture.getElement().setAttribute("aria-hidden", "true");
        var first = new Span(desk.calendar().due(days.getFirst().day(), null));
        var last = new Span(desk.calendar().due(days.getLast().day(), null));
        var axis = new Div(first, last);
        axis.addClassName("chart-axis");
        axis.getElement().setAttribute("aria-hidden", "true");
        var legend = new Div(
                key("done", desk.say("dashboard.done-that-day")), key("made", desk.say("dashboard.made-that-day")));
        legend.addClassName("chart-legend");
        var list = new UnorderedList();
        list.addClassName("sr-only");
        days.stream()
                .filter(day -> day.completed() + day.created() > 0)
                .forEach(day -> list.add(new ListItem(desk.say(
                        "dashboard.day", desk.calendar().lasting(day.day()), day.completed(), day.created()))));
        add(picture, axis, legend, list);
    }

    /** Made of numbers alone. */
    static String picture(List<DayStatistics> days) {
        var most = days.stream()
                .mapToLong(day -> Math.max(day.completed(), day.created()))
                .max()
                .orElse(0);
        var step = WIDTH / Math.max(1, days.size());
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %.0f %.0f' preserveAspectRatio='none'"
                        + " width='100%%' height='%.0f'>",
                WIDTH,
                HEIGHT,
                HEIGHT));
        for (int at = 0; at < days.size(); at++) {
            var left = step * (at + GAP / 2);
            var width = step * (1 - GAP) / 2;
            svg.append(column("done", left, width, days.get(at).completed(), most));
            svg.append(column("made", left + width, width, days.get(at).created(), most));
        }
        return svg.append("</svg>").toString();
    }

    private static String column(String style, double left, double width, long count, long most) {
        var height = count == 0 ? 0 : Math.max(2, HEIGHT * count / Math.max(1, most));
        return String.format(
                Locale.ROOT,
                "<rect class='%s' x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='1'/>",
                style,
                left,
                HEIGHT - height,
                width,
                height);
    }

    private static Span key(String style, String words) {
        var dot = new Span();
        dot.addClassNames("chart-dot", style);
        return new Span(dot, new Span(words));
    }
}
