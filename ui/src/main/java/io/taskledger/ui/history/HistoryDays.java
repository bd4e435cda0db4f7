package io.taskledger.ui.history;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import com.vaadin.flow.component.html.Div;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;

/** Entries by day, the newest first. What is still told as it was stays the same element. */
class HistoryDays extends Div {

    private final Reader reader;
    private final Function<Told, HistoryEntry> entries;
    private List<Told> shown = List.of();

    HistoryDays(Reader reader, Function<Told, HistoryEntry> entries) {
        this.reader = reader;
        this.entries = entries;
    }

    void clear() {
        shown = List.of();
        removeAll();
    }

    /** Takes away from the top what is otherwise now, puts on top what is new, and below what is older. */
    void show(List<Told> wanted) {
        var kept = kept(wanted);
        if (kept.isEmpty()) {
            clear();
        }
        for (int gone = shown.size() - kept.size(); gone > 0; gone--) {
            removeNewest();
        }
        var at = kept.isEmpty() ? 0 : wanted.indexOf(kept.getFirst());
        wanted.subList(0, at).reversed().forEach(this::prepend);
        wanted.subList(at + kept.size(), wanted.size()).forEach(this::append);
        shown = List.copyOf(wanted);
    }

    /** Those at the end of what is shown that are still told so, one after the other. */
    private List<Told> kept(List<Told> wanted) {
        for (int from = 0; from < shown.size(); from++) {
            var rest = shown.subList(from, shown.size());
            var at = wanted.indexOf(rest.getFirst());
            if (at >= 0
                    && at + rest.size() <= wanted.size()
                    && wanted.subList(at, at + rest.size()).equals(rest)) {
                return rest;
            }
        }
        return List.of();
    }

    private void removeNewest() {
        days().findFirst().orElseThrow().removeFirst();
        days().filter(HistoryDay::isEmpty).findFirst().ifPresent(this::remove);
    }

    private void prepend(Told one) {
        var day = new Calendar(reader).dayOf(one.newest().happenedAt());
        days().findFirst()
                .filter(its -> its.day().equals(day))
                .orElseGet(() -> {
                    var made = new HistoryDay(reader, day);
                    addComponentAsFirst(made);
                    return made;
                })
                .prepend(entries.apply(one));
    }

    private void append(Told one) {
        var day = new Calendar(reader).dayOf(one.newest().happenedAt());
        days().reduce((_, later) -> later)
                .filter(its -> its.day().equals(day))
                .orElseGet(() -> {
                    var made = new HistoryDay(reader, day);
                    add(made);
                    return made;
                })
                .append(entries.apply(one));
    }

    private Stream<HistoryDay> days() {
        return getChildren().map(HistoryDay.class::cast);
    }
}
