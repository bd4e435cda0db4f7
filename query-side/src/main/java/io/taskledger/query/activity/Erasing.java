package io.taskledger.query.activity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.taskledger.messages.Erased;
import org.jspecify.annotations.Nullable;

/** Takes out of an entry what an erased person wrote: what the ledger would tell now that their key is gone. */
final class Erasing {

    private static final Set<String> WRITTEN = Set.of(
            "username",
            "email",
            "display_name",
            "name",
            "title",
            "description",
            "tags",
            "tag",
            "content",
            "content_preview",
            "old_content",
            "new_content",
            "filename");

    private Erasing() {}

    /**
     * @param texts whether the entry's own texts go
     * @param title whether the title of the task goes that the entry is about
     */
    static void from(Map<String, @Nullable Object> details, boolean texts, boolean title) {
        if (title) {
            details.computeIfPresent(Details.TASK_TITLE, (name, value) -> Erased.TEXT);
        }
        if (texts) {
            WRITTEN.forEach(name -> details.computeIfPresent(name, (same, value) -> erased(value)));
            details.computeIfPresent(Details.OLD_VALUES, (name, value) -> without(value));
            details.computeIfPresent(Details.NEW_VALUES, (name, value) -> without(value));
        }
    }

    private static Object without(Object values) {
        var left = new LinkedHashMap<String, @Nullable Object>();
        ((Map<?, ?>) values)
                .forEach((name, value) -> left.put(
                        name.toString(), value != null && WRITTEN.contains(name.toString()) ? erased(value) : value));
        return left;
    }

    private static Object erased(Object value) {
        return value instanceof List<?> ? List.of() : Erased.TEXT;
    }
}
