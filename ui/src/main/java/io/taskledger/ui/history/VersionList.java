package io.taskledger.ui.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjLongConsumer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import org.jspecify.annotations.Nullable;

/** The versions of a task, the latest first: what one person did without a long pause is one, to be unfolded. */
class VersionList extends Div {

    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final HistoryWords words;
    private final ObjLongConsumer<TaskVersion> look;
    private final Runnable more;
    private final Map<Long, List<Span>> names = new HashMap<>();
    private final Map<Long, List<Push>> buttons = new LinkedHashMap<>();
    private final OrderedList list = new OrderedList();

    /** @param look told of a version, and of the number of the first of those that it is the last of */
    VersionList(HistoryWords words, ObjLongConsumer<TaskVersion> look, Runnable more) {
        this.words = words;
        this.look = look;
        this.more = more;
        addClassName("version-list");
        add(new H3(words.reader().say("earlier.versions")), list);
    }

    void show(List<TaskVersion> versions, boolean mayBeMore) {
        list.removeAll();
        buttons.clear();
        names.clear();
        var sessions = sessions(versions);
        for (int at = 0; at < sessions.size(); at++) {
            var earlier = at + 1 < sessions.size() ? sessions.get(at + 1).getFirst() : null;
            list.add(session(sessions.get(at), earlier));
        }
        if (mayBeMore) {
            list.add(new ListItem(
                    Push.labelled(words.reader().say("history.older"), "versions-older", _ -> more.run())));
        }
    }

    void mark(long version) {
        buttons.forEach((number, its) -> its.forEach(button -> {
            if (number == version) {
                button.getElement().setAttribute("aria-current", "true");
            } else {
                button.getElement().removeAttribute("aria-current");
            }
        }));
    }

    /** Takes up what versions are called. */
    void rename(List<TaskVersion> versions) {
        versions.forEach(version ->
                names.getOrDefault(version.task().version(), List.of()).forEach(name -> call(name, version.name())));
    }

    private static void call(Span span, @Nullable String name) {
        span.removeAll();
        if (name != null) {
            span.add(new Icon("star"), new Span(name));
        }
    }

    /** What one person did with no pause of half an hour, each; what has a name begins one. */
    static List<List<TaskVersion>> sessions(List<TaskVersion> latestFirst) {
        var sessions = new ArrayList<List<TaskVersion>>();
        for (var version : latestFirst) {
            if (sessions.isEmpty() || !continues(sessions.getLast().getLast(), version)) {
                sessions.add(new ArrayList<>());
            }
            sessions.getLast().add(version);
        }
        return sessions;
    }

    private static boolean continues(TaskVersion later, TaskVersion earlier) {
        return earlier.name() == null
                && Objects.equals(later.actor(), earlier.actor())
                && Objects.equals(later.actorName(), earlier.actorName())
                && Duration.between(earlier.happenedAt(), later.happenedAt()).compareTo(PAUSE) <= 0;
    }

    /** @param earlier the version before it; null for the first, and where it is not read yet */
    private ListItem session(List<TaskVersion> session, @Nullable TaskVersion earlier) {
        var latest = session.getFirst();
        var item = new ListItem(button(
                latest,
                session.getLast().task().version(),
                words.reader().say("earlier.session", words.who(latest.actor(), latest.actorName()), session.size())));
        if (session.size() > 1) {
            var single = new OrderedList();
            single.setVisible(false);
            for (int at = 0; at < session.size(); at++) {
                var one = session.get(at);
                var before = at + 1 < session.size() ? session.get(at + 1) : earlier;
                single.add(new ListItem(button(one, one.task().version(), about(one, before))));
            }
            var fold = Push.icon("chevron", words.reader().say("earlier.unfold"), "version-unfold", event -> {
                single.setVisible(!single.isVisible());
                event.getSource().getElement().setAttribute("aria-expanded", Boolean.toString(single.isVisible()));
            });
            fold.addClassName("fold");
            fold.getElement().setAttribute("aria-expanded", "false");
            item.add(fold, single);
        }
        return item;
    }

    /** By what is otherwise in it, else by its number. */
    private String about(TaskVersion version, @Nullable TaskVersion before) {
        var changed = before == null ? List.<String>of() : AsItWas.changed(version.task(), before.task());
        return changed.isEmpty()
                ? words.reader().say("earlier.number", version.task().version() + 1)
                : String.join(", ", changed.stream().map(words::field).toList());
    }

    private Push button(TaskVersion version, long first, String about) {
        var number = version.task().version();
        var button = Push.labelled("", "version", _ -> look.accept(version, first));
        var name = new Span();
        name.addClassName("version-called");
        name.getElement().setAttribute("dir", "auto");
        call(name, version.name());
        names.computeIfAbsent(number, _ -> new ArrayList<>()).add(name);
        var when = new Span(words.moment(version.happenedAt()));
        var who = new Span(about);
        who.addClassName("quiet");
        button.add(name, when, who);
        button.addClassName("version");
        buttons.computeIfAbsent(number, _ -> new ArrayList<>()).add(button);
        return button;
    }
}
