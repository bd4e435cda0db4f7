package io.taskledger.ui.past;

import java.time.Instant;
import java.time.LocalDateTime;

import io.taskledger.messages.history.PastMoment;
import io.taskledger.ui.words.Reader;

/**
 * What somebody wants to see of the past.
 *
 * @param then as the address has it
 * @param at when that is
 * @param reader as they read then: their today is the day that it was
 * @param compared whether what differs from now is marked
 * @param followed whether one came from another moment, so that what changed on the way is pointed out
 */
public record Looking(Then then, PastMoment moment, Instant at, Reader reader, boolean compared, boolean followed) {

    public LocalDateTime localTime() {
        return LocalDateTime.ofInstant(at, reader.zone());
    }
}
