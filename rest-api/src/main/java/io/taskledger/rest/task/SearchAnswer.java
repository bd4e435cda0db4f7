package io.taskledger.rest.task;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.Page;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.FoundTask;
import io.taskledger.messages.task.Passage;
import org.jspecify.annotations.Nullable;

/**
 * What a search has found, the best match first.
 *
 * @param total how many there are on all pages
 */
@JsonPropertyOrder({"results", "total", "limit", "offset"})
record SearchAnswer(List<Result> results, long total, int limit, int offset) {

    static SearchAnswer of(Page<FoundTask> page) {
        return new SearchAnswer(
                page.items().stream().map(Result::of).toList(), page.total(), page.limit(), page.skip());
    }

    /** @param matches the weightiest first; not all of them where there are many */
    @Schema(name = "SearchResult")
    @JsonPropertyOrder({"task", "matches"})
    record Result(TaskAnswer task, List<Match> matches) {
        static Result of(FoundTask found) {
            return new Result(
                    TaskAnswer.of(found.task()),
                    found.passages().stream().map(Match::of).toList());
        }
    }

    /**
     * Plain text: who shows it as a page escapes it first.
     *
     * @param field {@code title}, {@code tag}, {@code description} or {@code comment}
     * @param commentId null where it is no comment
     * @param text of a long one the part around the first find
     */
    @Schema(name = "SearchMatch")
    @JsonPropertyOrder({"field", "comment_id", "text", "highlights"})
    record Match(
            @Schema(allowableValues = {"title", "tag", "description", "comment"})
            String field,

            @Nullable @JsonProperty("comment_id") String commentId,
            String text,
            List<Highlight> highlights) {

        static Match of(Passage passage) {
            CommentId comment = passage.comment();
            return new Match(
                    passage.place().name().toLowerCase(Locale.ROOT),
                    comment == null ? null : comment.text(),
                    passage.text(),
                    passage.marks().stream()
                            .map(mark -> new Highlight(mark.start(), mark.end()))
                            .toList());
        }
    }

    /**
     * A part of the text, in UTF-16 code units from 0.
     *
     * @param end not included
     */
    @Schema(name = "SearchHighlight")
    record Highlight(int start, int end) {}
}
