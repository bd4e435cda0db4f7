package io.taskledger.messages.account;

import java.time.LocalTime;

/**
 * The time of day in which no mail goes out, in the person's zone.
 *
 * @param from included
 * @param to not included; before {@code from} where the night is meant; equal to it for the whole day
 */
public record QuietHours(LocalTime from, LocalTime to) {

    public boolean include(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
