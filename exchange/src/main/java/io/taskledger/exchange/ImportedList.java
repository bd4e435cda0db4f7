package io.taskledger.exchange;

/**
 * A list as a file of another product gives it, already within the limits of this one.
 *
 * @param sourceId the id that the other product gave it: unique within one file, the same in every export of it
 * @param name 1 to {@value #NAME_LIMIT} characters, trimmed
 */
public record ImportedList(String sourceId, String name) {

    /** UTF-16 units, so that the text is within the limit however a reader counts. Of a workspace's name as well. */
    public static final int NAME_LIMIT = 100;
}
