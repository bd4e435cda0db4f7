package io.taskledger.ui.words;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The person in front of the screen: language, place on earth, and the time it is.
 *
 * @param zone the account's, else the browser's
 */
public record Reader(Words words, ZoneId zone, Clock clock) {

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    public String say(String key, Object... values) {
        return words.say(key, values);
    }
}
