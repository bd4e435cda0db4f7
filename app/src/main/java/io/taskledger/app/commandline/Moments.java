package io.taskledger.app.commandline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an instant with its offset, or a day for its first moment in UTC. */
final class Moments implements ITypeConverter<Instant> {

    private static final int DAY_LENGTH = "2026-11-21".length();

    @Override
    public Instant convert(String text) {
        try {
            return text.length() == DAY_LENGTH
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException wrong) {
            throw new TypeConversionException(
                    "'" + text + "' is neither an instant, such as 2026-11-21T07:00:00Z, nor a day");
        }
    }
}
