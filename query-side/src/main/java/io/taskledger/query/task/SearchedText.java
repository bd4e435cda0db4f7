package io.taskledger.query.task;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a task says of itself, folded, to be searched: title, tags and description follow one another, a blank before each.
 *
 * @param titleEnd in bytes, as the database counts
 * @param tagsEnd the same
 */
public record SearchedText(String folded, long titleEnd, long tagsEnd) {

    public static SearchedText of(String title, List<String> tags, @Nullable String description) {
        var toTitle = " " + title;
        var toTags = toTitle + tags.stream().map(tag -> " " + tag).reduce("", String::concat);
        var folded = Folding.of(description == null ? toTags : toTags + " " + description);
        return new SearchedText(folded, bytes(folded, toTitle.length()), bytes(folded, toTags.length()));
    }

    private static long bytes(String folded, int length) {
        return folded.substring(0, length).getBytes(StandardCharsets.UTF_8).length;
    }
}
