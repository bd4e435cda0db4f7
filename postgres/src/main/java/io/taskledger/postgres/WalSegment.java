package io.taskledger.postgres;

import java.util.regex.Pattern;

/** Names of the segments of PostgreSQL's log: a timeline, a log's number and the segment's within it, in hexadecimal. */
final class WalSegment {

    private static final Pattern NAME = Pattern.compile("[0-9A-F]{24}");
    private static final int TIMELINE_DIGITS = 8;
    private static final int LOG_DIGITS = 8;

    /** Of 16 MiB each; 4 GiB are a log. */
    private static final long SEGMENTS_OF_A_LOG = 256;

    private WalSegment() {}

    static boolean is(String name) {
        return NAME.matcher(name).matches();
    }

    /** How many segments come before it, whatever the timeline; also of what is called after a segment. */
    static long number(String name) {
        int log = TIMELINE_DIGITS + LOG_DIGITS;
        return Long.parseLong(name.substring(TIMELINE_DIGITS, log), 16) * SEGMENTS_OF_A_LOG
                + Long.parseLong(name.substring(log, log + LOG_DIGITS), 16);
    }

    static String timeline(String name) {
        return name.substring(0, TIMELINE_DIGITS);
    }

    static String name(String timeline, long number) {
        return "%s%08X%08X".formatted(timeline, number / SEGMENTS_OF_A_LOG, number % SEGMENTS_OF_A_LOG);
    }
}
