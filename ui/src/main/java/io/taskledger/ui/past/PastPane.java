package io.taskledger.ui.past;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.UserId;
import io.taskledger.messages.history.HistoryRejection;
import io.taskledger.messages.history.StepsOf;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;
import org.jspecify.annotations.Nullable;

/** Something as it was: which moment that is and how one gets to others, above what can be seen and not be changed. */
public final class PastPane extends Div {

    private final Reader reader;
    private final PastQuestions questions;
    private final PastScreen screen;
    private final PastBar bar;
    private final PastControls controls;
    private final NothingThen nothing;
    private final Player player;
    private @Nullable Then then;
    private @Nullable StepsOf steps;
    private @Nullable Life life;
    private Instant at;

    /** @param me who looks */
    public PastPane(Reader reader, PastQuestions questions, PastScreen screen, UserId me) {
        this.reader = reader;
        this.questions = questions;
        this.screen = screen;
        at = reader.clock().instant();
        bar = new PastBar(reader, screen::backToNow);
        controls = new PastControls(reader, questions, new Moves());
        nothing = new NothingThen(reader, screen::backToNow, this::goToTheBeginning);
        var words = new StepWords(reader, new ChangeWords(new Calendar(reader), screen::listName), me);
        player = new Player(reader, questions, words, screen.steps(), this::go, this::played);
        addClassName("past");
        var seen = new Div(nothing, screen.content());
        seen.addClassName("past-seen");
        var below = new Div(seen, player);
        below.addClassName("past-below");
        add(bar, controls, below);
    }

    /** Shows the moment that a URL asks for. */
    public void open(Then asked) {
        var same = asked.equals(then);
        read();
        show(asked, !same && then != null);
    }

    /** What differs from now may have changed. */
    public void refresh() {
        if (then != null && controls.compares()) {
            show(then, false);
        }
    }

    public Optional<Then> then() {
        return Optional.ofNullable(then);
    }

    /** The page is left. */
    public void rest() {
        if (player.isPlaying()) {
            player.pause();
        }
    }

    /** Its life, unless it is known. */
    private void read() {
        if (!screen.steps().equals(steps) || life == null) {
            steps = screen.steps();
            player.become(steps);
            life = questions.life(steps, reader.clock().instant()).orElse(null);
            controls.become(life);
        }
    }

    private void go(Instant moment) {
        go(Then.at(moment));
    }

    /** Another moment of the same: the address follows, and the browser's own way back leads out of the past. */
    private void go(Then to) {
        if (!to.equals(then)) {
            UI.getCurrent().getPage().getHistory().replaceState(null, screen.address(to));
        }
        screen.moved(to);
        show(to, true);
    }

    private void goToTheBeginning() {
        if (life != null) {
            go(life.begins());
        }
    }

    private void show(Then to, boolean followed) {
        then = to;
        var moment = to.moment(reader.zone());
        var instant = to.instant(reader.zone());
        if (moment.isEmpty() || instant.isEmpty()) {
            say(nothing::unreadable);
            bar.showNowhere();
            return;
        }
        at = instant.get();
        bar.show(at, to.recorded());
        controls.show(at);
        player.follow(at);
        var readsThen = new Reader(reader.words(), reader.zone(), Clock.fixed(at, ZoneOffset.UTC));
        try {
            var differs = screen.show(new Looking(to, moment.get(), at, readsThen, controls.compares(), followed));
            say(nothing::hide);
            controls.tell(differs);
        } catch (CommandRejected rejected) {
            switch (rejected.rejection()) {
                case HistoryRejection.StillToCome _ -> say(nothing::stillToCome);
                case HistoryRejection.BeforeTheStart early -> say(() -> nothing.beforeTheStart(early.start()));
                default -> throw rejected;
            }
        }
    }

    private void say(Runnable what) {
        what.run();
        screen.content().setVisible(!nothing.isVisible());
        if (nothing.isVisible()) {
            controls.tell(Optional.empty());
        }
    }

    private void played() {
        controls.plays(player.isPlaying());
    }

    private final class Moves implements PastControls.Asked {

        @Override
        public void to(Instant moment) {
            rest();
            go(moment);
        }

        @Override
        public void to(Then moment) {
            rest();
            go(moment);
        }

        @Override
        public void toTheBeginning() {
            rest();
            goToTheBeginning();
        }

        @Override
        public boolean back() {
            rest();
            var before = questions.changeBefore(screen.steps(), at);
            before.ifPresent(PastPane.this::go);
            return before.isPresent();
        }

        @Override
        public boolean forth() {
            rest();
            var after = questions.changeAfter(screen.steps(), at.truncatedTo(ChronoUnit.MICROS));
            after.ifPresent(PastPane.this::go);
            return after.isPresent();
        }

        @Override
        public void play() {
            player.toggle(at);
        }

        @Override
        public void compare() {
            if (then != null) {
                show(then, false);
            }
        }
    }
}
