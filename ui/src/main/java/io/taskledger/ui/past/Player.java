package io.taskledger.ui.past;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.taskledger.messages.history.StepsOf;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;
import org.jspecify.annotations.Nullable;

/** Walks through what happened within a while, change by change. */
class Player extends Section {

    /** How much of it is played. */
    enum Span {
        DAY,
        WEEK,
        ALL
    }

    private static final String LATER = """
            clearTimeout(this.timer);
            const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
            this.timer = setTimeout(() => this.dispatchEvent(new CustomEvent('play-on')), still ? Math.max($0, 2000) : $0)""";

    private static final int MILLIS_A_STOP = 1_400;

    private final Reader reader;
    private final PastQuestions questions;
    private final Consumer<Instant> onStop;
    private final Runnable onChange;
    private final Choice<Span> span;
    private final Choice<Integer> speed;
    private final Paragraph news = new Paragraph();
    private final StopList list;
    private StepsOf of;
    private @Nullable Instant begins;
    private @Nullable Long last;
    private List<Stop> stops = List.of();
    private int current = -1;
    private boolean playing;

    /**
     * @param onStop told of each moment that it comes to
     * @param onChange told when it begins or ends to play, or is closed
     */
    Player(
            Reader reader,
            PastQuestions questions,
            StepWords words,
            StepsOf of,
            Consumer<Instant> onStop,
            Runnable onChange) {
        this.reader = reader;
        this.questions = questions;
        this.of = of;
        this.onStop = onStop;
        this.onChange = onChange;
        span = new Choice<>(reader.say("then.span"), "past-span", _ -> restart(), Span.DAY);
        for (var one : Span.values()) {
            span.add(one, reader.say("then.span." + one.name().toLowerCase(Locale.ROOT)));
        }
        speed = new Choice<>(reader.say("then.speed"), "past-speed", _ -> {}, 1);
        List.of(1, 2, 4).forEach(times -> speed.add(times, reader.say("then.speed.times", times)));
        list = new StopList(reader, words, this::goTo);
        addClassName("past-player");
        getElement().setAttribute("data-testid", "past-player").setAttribute("aria-label", reader.say("then.player"));
        news.getElement().setAttribute("role", "status").setAttribute("data-testid", "past-news");
        news.addClassName("quiet");
        var close = Push.icon("close", reader.say("then.player.close"), "past-player-close", _ -> close());
        var head = new Div(new H2(reader.say("then.player")), close);
        head.addClassName("past-player-head");
        var choices = new Div(span, speed);
        choices.addClassName("past-choices");
        add(head, choices, news, list);
        getElement().addEventListener("play-on", _ -> {
            if (playing) {
                forward();
            }
        });
        setVisible(false);
    }

    boolean isPlaying() {
        return playing;
    }

    void become(StepsOf now) {
        of = now;
        begins = null;
    }

    /** Plays on from where one is, or waits. */
    void toggle(Instant at) {
        if (playing) {
            pause();
        } else {
            play(at);
        }
    }

    /** One came to another moment by other means. */
    void follow(Instant at) {
        if (isVisible() && (current < 0 || !stops.get(current).at().equals(at))) {
            current = lastBefore(at);
            list.mark(current);
        }
    }

    void pause() {
        playing = false;
        getElement().executeJs("clearTimeout(this.timer)");
        onChange.run();
    }

    private void play(Instant at) {
        var known = isVisible() && current + 1 < stops.size() && lastBefore(at) == current && begins != null;
        if (!known) {
            read(at);
        }
        setVisible(true);
        if (stops.isEmpty()) {
            onChange.run();
            return;
        }
        playing = true;
        onChange.run();
        forward();
    }

    private void restart() {
        if (begins != null) {
            var from = begins;
            pause();
            read(from);
        }
    }

    private void read(Instant at) {
        begins = at;
        last = null;
        stops = new ArrayList<>();
        current = -1;
        readOn();
        list.show(stops);
        news.setText(
                stops.isEmpty()
                        ? reader.say("then.player.nothing", new Calendar(reader).dayAndTime(end()))
                        : reader.say(last == null ? "then.player.stops" : "then.player.stops.more", stops.size()));
    }

    private void readOn() {
        if (begins == null) {
            return;
        }
        var steps = questions.steps(of, begins.plus(1, ChronoUnit.MICROS), end(), last);
        var more = new ArrayList<>(stops);
        more.addAll(Stop.of(steps));
        stops = more;
        last = steps.size() < PastQuestions.STEPS
                ? null
                : steps.getLast().deed().position();
    }

    private Instant end() {
        var from = (begins == null ? reader.clock().instant() : begins).atZone(reader.zone());
        return switch (span.chosen()) {
            case DAY -> from.plusDays(1).minusNanos(1000).toInstant();
            case WEEK -> from.plusWeeks(1).minusNanos(1000).toInstant();
            case ALL -> reader.clock().instant().plusSeconds(1);
        };
    }

    private void forward() {
        if (current + 1 >= stops.size() && last != null) {
            readOn();
            list.showOn(stops);
        }
        if (current + 1 >= stops.size()) {
            news.setText(reader.say("then.player.over"));
            pause();
            return;
        }
        goTo(current + 1);
        if (playing) {
            getElement().executeJs(LATER, MILLIS_A_STOP / speed.chosen());
        }
    }

    private void goTo(int stop) {
        current = stop;
        list.mark(stop);
        onStop.accept(stops.get(stop).at());
    }

    private int lastBefore(Instant at) {
        int found = -1;
        while (found + 1 < stops.size() && !stops.get(found + 1).at().isAfter(at)) {
            found++;
        }
        return found;
    }

    private void close() {
        begins = null;
        setVisible(false);
        pause();
    }
}
