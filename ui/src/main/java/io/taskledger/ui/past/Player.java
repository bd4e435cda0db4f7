package io.taskledger.ui.past;

import java.time.Instant;
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
    private @Nullable Track track;
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

    /** What was listed is of something else. */
    void become(StepsOf now) {
        of = now;
        close();
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
        if (isVisible()
                && track != null
                && track.stop(current).filter(stop -> stop.at().equals(at)).isEmpty()) {
            current = track.lastUntil(at);
            list.mark(current);
        }
    }

    void pause() {
        playing = false;
        getElement().executeJs("clearTimeout(this.timer)");
        onChange.run();
    }

    /** Where there is nothing left of what is listed, the next day, or week, is played. */
    private void play(Instant at) {
        if (track == null || !isVisible() || track.stop(track.lastUntil(at) + 1).isEmpty()) {
            read(at);
        }
        setVisible(true);
        playing = track != null && track.stop(current + 1).isPresent();
        onChange.run();
        if (playing) {
            forward();
        }
    }

    private void restart() {
        if (track != null) {
            pause();
            read(track.begins());
        }
    }

    private void read(Instant at) {
        var now = new Track(questions, of, at, end(at));
        track = now;
        current = -1;
        list.show(now.stops());
        news.setText(
                now.stops().isEmpty()
                        ? reader.say("then.player.nothing", new Calendar(reader).dayAndTime(now.ends()))
                        : reader.say(
                                now.goesOn() ? "then.player.stops.more" : "then.player.stops",
                                now.stops().size()));
    }

    private Instant end(Instant begins) {
        var from = begins.atZone(reader.zone());
        var now = reader.clock().instant();
        var end = switch (span.chosen()) {
            case DAY -> from.plusDays(1).minusNanos(1000).toInstant();
            case WEEK -> from.plusWeeks(1).minusNanos(1000).toInstant();
            case ALL -> now;
        };
        return end.isAfter(now) ? now : end;
    }

    private void forward() {
        if (track == null) {
            return;
        }
        if (track.stop(current + 1).isEmpty() && track.goesOn()) {
            track.readOn();
            list.showOn(track.stops());
        }
        if (track.stop(current + 1).isEmpty()) {
            news.setText(reader.say("then.player.over"));
            pause();
            return;
        }
        goTo(current + 1);
        if (playing) {
            getElement().executeJs(LATER, MILLIS_A_STOP / speed.chosen());
        }
    }

    private void goTo(int number) {
        if (track != null) {
            current = number;
            list.mark(number);
            track.stop(number).map(Stop::at).ifPresent(onStop);
        }
    }

    private void close() {
        track = null;
        setVisible(false);
        pause();
    }
}
