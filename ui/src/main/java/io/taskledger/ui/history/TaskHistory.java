package io.taskledger.ui.history;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.taskledger.messages.ActionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TimelineEntry;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.words.Reader;
import org.jspecify.annotations.Nullable;

/** What happened to a task, newest first, by day. */
public final class TaskHistory extends Div {

    private static final int PAGE = 40;

    /** What can be done about an entry. */
    public interface Wishes {
        void takeBack(ActionId action);

        void lookAt(long version);

        /** Where the task is to be seen as it was, from the root of the site. */
        String addressOf(long version);
    }

    private final Reader reader;
    private final Wishes wishes;
    private final Optional<UserId> own;
    private final Map<Chosen, Push> chips = new EnumMap<>(Chosen.class);
    private final Push versions;
    private final HistoryDays days;
    private final Paragraph none = new Paragraph();
    private final Push more;
    private List<Told> told = List.of();
    private Chosen chosen = Chosen.ALL;
    private int limit = PAGE;
    private boolean fixed;

    private enum Chosen {
        ALL(null),
        COMMENTS(Told.Kind.COMMENTS),
        CHANGES(Told.Kind.CHANGES),
        PEOPLE(Told.Kind.PEOPLE);

        private final Told.@Nullable Kind kind;

        Chosen(Told.@Nullable Kind kind) {
            this.kind = kind;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param own who reads */
    public TaskHistory(Reader reader, Optional<UserId> own, Wishes wishes) {
        this.reader = reader;
        this.own = own;
        this.wishes = wishes;
        days = new HistoryDays(reader, this::entry);
        addClassName("history");
        getElement().setAttribute("data-testid", "history");
        versions = Push.labelled(
                "clock",
                reader.say("earlier.see"),
                "see-versions",
                _ -> told.stream()
                        .findFirst()
                        .ifPresent(newest -> wishes.lookAt(newest.newest().version())));
        var kinds = new Div();
        kinds.addClassName("segments");
        kinds.getElement().setAttribute("role", "group").setAttribute("aria-label", reader.say("history.kinds"));
        for (var one : Chosen.values()) {
            var chip = Push.labelled(reader.say("history.kind." + one.key()), "history-" + one.key(), _ -> choose(one));
            chips.put(one, chip);
            kinds.add(chip);
        }
        var top = new Div(kinds, versions);
        top.addClassName("history-top");
        none.setText(reader.say("history.none"));
        none.addClassName("quiet");
        more = Push.labelled(reader.say("history.older"), "history-older", _ -> {
            limit += PAGE;
            arrange();
        });
        add(top, none, days, more);
        choose(Chosen.ALL);
    }

    /**
     * @param oldestFirst as the query side tells them
     * @param mayEdit whether who reads may take something of it back
     */
    public void show(List<TimelineEntry> oldestFirst, boolean mayEdit) {
        told = Told.of(oldestFirst);
        if (fixed == mayEdit) {
            fixed = !mayEdit;
            days.clear();
        }
        arrange();
    }

    /** For who comes back to it. */
    public void takeFocus() {
        versions.focus();
    }

    private void choose(Chosen wanted) {
        chosen = wanted;
        limit = PAGE;
        chips.forEach((one, chip) -> chip.getElement().setAttribute("aria-pressed", Boolean.toString(one == wanted)));
        days.clear();
        arrange();
    }

    private void arrange() {
        var all = told.stream()
                .filter(one -> chosen.kind == null || chosen.kind == one.kind())
                .toList();
        days.show(all.stream().limit(limit).toList());
        none.setVisible(all.isEmpty());
        more.setVisible(all.size() > limit);
        versions.setVisible(!told.isEmpty());
    }

    private HistoryEntry entry(Told one) {
        return new HistoryEntry(reader, own, one, fixed, wishes);
    }
}
