package io.taskledger.messages.task;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A text in which words of a search were found.
 *
 * @param comment whose it is, where it is a comment's; null otherwise
 * @param text plain, as it was written; of a long one the part around the first find
 * @param marks what of it was found, in order, none touching another
 */
public record Passage(Place place, @Nullable CommentId comment, String text, List<Mark> marks) {

    /** Where it stands, the weightiest first. */
    public enum Place {
        TITLE,
        TAG,
        DESCRIPTION,
        COMMENT
    }

    /**
     * A part of the text, in UTF-16 code units from 0, as Java and JavaScript count.
     *
     * @param end not included
     */
    public record Mark(int start, int end) {}

    public Passage {
        marks = List.copyOf(marks);
    }
}
