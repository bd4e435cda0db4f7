package io.taskledger.ui.past;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.router.QueryParameters;
import io.taskledger.messages.history.PastMoment;

/**
 * The moment that a URL asks for.
 *
 * @param text as it stands there: an instant, a time of the reader's own clock, or a day, which stands for its beginning
 * @param recorded whether by when the ledger recorded things, instead of by when they happened
 */
public record Then(String text, boolean recorded) {

    private static final String HAPPENED = "at";
    private static final String RECORDED = "recorded_at";

    /** What the ledger's times can be compared with. */
    private static final int LAST_YEAR = 9999;

    /** Empty where the URL is about now. */
    public static Optional<Then> of(QueryParameters asked) {
        return asked.getSingleParameter(HAPPENED)
                .map(text -> new Then(text, false))
                .or(() -> asked.getSingleParameter(RECORDED).map(text -> new Then(text, true)));
    }

    public static Then at(Instant instant) {
        return new Then(instant.toString(), false);
    }

    static Then recordedAt(Instant instant) {
        return new Then(instant.toString(), true);
    }

    /** The name of its parameter. */
    public String parameter() {
        return recorded ? RECORDED : HAPPENED;
    }

    /** Empty where the text names no moment. */
    public Optional<Instant> instant(ZoneId zone) {
        // A plus sign that nobody encoded arrives as a space.
        var written = text.strip().replace(' ', '+');
        return List.<Function<String, Instant>>of(
                        Instant::parse,
                        one -> OffsetDateTime.parse(one).toInstant(),
                        one -> LocalDateTime.parse(one).atZone(zone).toInstant(),
                        one -> LocalDate.parse(one).atStartOfDay(zone).toInstant())
                .stream()
                .flatMap(read -> read(read, written).stream())
                .findFirst()
                .filter(Then::comparable);
    }

    Optional<PastMoment> moment(ZoneId zone) {
        return instant(zone).map(at -> recorded ? new PastMoment.Recorded(at) : new PastMoment.Happened(at));
    }

    private static Optional<Instant> read(Function<String, Instant> way, String written) {
        try {
            return Optional.of(way.apply(written));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    private static boolean comparable(Instant instant) {
        var year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= LAST_YEAR;
    }
}
