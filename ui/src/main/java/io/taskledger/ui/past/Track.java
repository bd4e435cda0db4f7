package io.taskledger.ui.past;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.history.StepsOf;
import org.jspecify.annotations.Nullable;

/** What a player plays, read as far as it has come. */
final class Track {

    private final PastQuestions questions;
    private final StepsOf of;
    private final Instant begins;
    private final Instant ends;
    private final List<Stop> stops = new ArrayList<>();
    private @Nullable Long last;

    /**
     * @param begins what happened at it is over already
     * @param ends included
     */
    Track(PastQuestions questions, StepsOf of, Instant begins, Instant ends) {
        this.questions = questions;
        this.of = of;
        this.begins = begins;
        this.ends = ends;
        readOn();
    }

    StepsOf of() {
        return of;
    }

    Instant begins() {
        return begins;
    }

    Instant ends() {
        return ends;
    }

    List<Stop> stops() {
        return List.copyOf(stops);
    }

    boolean goesOn() {
        return last != null;
    }

    void readOn() {
        var steps = questions.steps(of, begins.plus(1, ChronoUnit.MICROS), ends, last);
        stops.addAll(Stop.of(steps));
        last = steps.size() < PastQuestions.STEPS
                ? null
                : steps.getLast().deed().position();
    }

    /** Empty where it is over. */
    Optional<Stop> stop(int number) {
        return number < stops.size() ? Optional.of(stops.get(number)) : Optional.empty();
    }

    /** The number of the last stop that is not after this; -1 where all are. */
    int lastUntil(Instant at) {
        int found = -1;
        while (found + 1 < stops.size() && !stops.get(found + 1).at().isAfter(at)) {
            found++;
        }
        return found;
    }
}
