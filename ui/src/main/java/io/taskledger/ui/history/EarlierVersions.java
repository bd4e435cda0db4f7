package io.taskledger.ui.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.UserId;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.words.Reader;
import org.jspecify.annotations.Nullable;

/** A task as it was, and the list of its versions beside it. Nothing here can be edited, but for having one back. */
public final class EarlierVersions extends Div {

    private static final int PAGE = 100;

    /** What leads out of here, or does something. */
    public interface Exits {
        void restore(TaskVersion version);

        /** Answers in a sentence why it was refused; null takes the name away. */
        Optional<String> name(TaskVersion version, @Nullable String name);

        void backToNow();
    }

    private final HistoryQuestions questions;
    private final TaskId task;
    private final HistoryWords words;
    private final Span where = new Span();
    private final Push restore;
    private final Push toNow;
    private final Push changedThen;
    private final Push otherNow;
    private final VersionName name;
    private final AsItWas asItWas;
    private final VersionList list;
    private List<TaskVersion> versions = List.of();
    private @Nullable TaskVersion shown;
    private long since;
    private boolean againstNow;
    private boolean more;

    /**
     * @param places what the place of a task is called
     * @param mayEdit whether who reads may have a version back
     */
    public EarlierVersions(
            Reader reader,
            Optional<UserId> own,
            HistoryQuestions questions,
            TaskId task,
            Function<TaskHome, String> places,
            boolean mayEdit,
            Exits exits) {
        this.questions = questions;
        this.task = task;
        words = new HistoryWords(reader, own);
        addClassName("earlier");
        getElement().setAttribute("data-testid", "earlier-versions");
        restore = Push.labelled("restore", reader.say("earlier.restore"), "version-restore", _ -> {
                    if (shown != null) {
                        exits.restore(shown);
                    }
                })
                .styled("button-primary");
        restore.setVisible(mayEdit);
        toNow = Push.labelled(reader.say("earlier.back"), "version-back", _ -> exits.backToNow());
        toNow.getElement().setAttribute("data-shortcut", "Escape");
        where.getElement().setAttribute("role", "status").setAttribute("data-testid", "version-where");
        var buttons = new Div(restore, toNow);
        buttons.addClassName("version-buttons");
        var bar = new Div(new Icon("clock"), where, buttons);
        bar.addClassName("version-bar");
        changedThen = Push.labelled(reader.say("earlier.changed-then"), "version-then", _ -> compare(false));
        otherNow = Push.labelled(reader.say("earlier.other-now"), "version-now", _ -> compare(true));
        var against = new Div(changedThen, otherNow);
        against.addClassName("segments");
        against.getElement().setAttribute("role", "group").setAttribute("aria-label", reader.say("earlier.compare"));
        name = new VersionName(reader, mayEdit, wanted -> name(wanted, exits));
        asItWas = new AsItWas(words, places);
        var then = new Div(name, against, asItWas);
        then.addClassName("then");
        list = new VersionList(words, this::look, this::readOn);
        var both = new Div(then, list);
        both.addClassName("then-and-list");
        add(bar, both);
    }

    /** @param version that one wants to look at; empty where there is none such */
    public boolean show(long version) {
        versions = questions.versions(task, 0, PAGE).items();
        // What did nothing but to name another is not listed: it left the task as the one before it.
        var wanted = versions.stream()
                .filter(one -> one.task().version() <= version)
                .findFirst()
                .or(() -> questions.version(task, version));
        wanted.ifPresent(one -> {
            more = versions.size() == PAGE;
            list();
            look(one, one.task().version());
        });
        return wanted.isPresent();
    }

    public void takeFocus() {
        toNow.focus();
    }

    /** Takes up what versions are called by now; what is listed stays where it is. */
    public void refresh() {
        var read = new HashMap<Long, TaskVersion>();
        questions
                .versions(task, 0, PAGE)
                .items()
                .forEach(one -> read.put(one.task().version(), one));
        Optional.ofNullable(shown)
                .flatMap(one -> questions.version(task, one.task().version()))
                .ifPresent(one -> {
                    read.put(one.task().version(), one);
                    shown = one;
                    name.show(one.name());
                });
        versions = versions.stream()
                .map(one -> read.getOrDefault(one.task().version(), one))
                .toList();
        list.rename(versions);
    }

    private Optional<String> name(@Nullable String wanted, Exits exits) {
        var refused = shown == null ? Optional.<String>empty() : exits.name(shown, wanted);
        if (refused.isEmpty()) {
            refresh();
            list();
        }
        return refused;
    }

    private void readOn() {
        var all = new ArrayList<>(versions);
        var page = questions.versions(task, all.size(), PAGE).items();
        all.addAll(page);
        versions = all;
        more = page.size() == PAGE;
        list();
    }

    private void list() {
        list.show(versions, more);
        if (shown != null) {
            list.mark(shown.task().version());
        }
    }

    /** @param first the first version of those that are looked at as one */
    private void look(TaskVersion version, long first) {
        shown = version;
        since = first;
        name.show(version.name());
        list.mark(version.task().version());
        compare(againstNow);
    }

    private void compare(boolean now) {
        againstNow = now;
        changedThen.getElement().setAttribute("aria-pressed", Boolean.toString(!now));
        otherNow.getElement().setAttribute("aria-pressed", Boolean.toString(now));
        var version = shown;
        if (version == null) {
            return;
        }
        var latest = version.until() == null;
        where.setText(
                words.reader().say(latest ? "earlier.latest" : "earlier.looking", words.moment(version.happenedAt())));
        restore.setEnabled(!latest);
        var before = now
                ? versions.stream().findFirst()
                : since == 0 ? Optional.<TaskVersion>empty() : questions.version(task, since - 1);
        asItWas.show(version.task(), before.map(TaskVersion::task).orElse(null));
    }
}
