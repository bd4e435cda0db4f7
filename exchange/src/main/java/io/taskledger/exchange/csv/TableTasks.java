package io.taskledger.exchange.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import io.taskledger.exchange.Dropped;
import io.taskledger.exchange.Dropped.Kind;
import io.taskledger.exchange.ImportedList;
import io.taskledger.exchange.ImportedTask;
import io.taskledger.exchange.ImportedTasks;
import io.taskledger.exchange.StorableText;
import io.taskledger.messages.Trimmed;
import io.taskledger.messages.task.TaskRules;
import io.taskledger.messages.workspace.WorkspaceRules;
import org.jspecify.annotations.Nullable;

/** Puts together what a table holds, within the limits of this product: the same for each kind of table. */
final class TableTasks {

    static final String NAME_OF_THE_NAMELESS_TABLE = "Imported tasks";
    /** Where tasks stand that are in no list, beside others that are in one. */
    static final String NAME_OF_THE_FIRST_LIST = "Tasks";

    private static final String OF_NO_LIST = "list";

    private final Dropped.Tally dropped = new Dropped.Tally();
    private final Map<String, ImportedList> lists = new LinkedHashMap<>();
    private final List<ImportedTask> tasks = new ArrayList<>();
    private boolean someOfNoList;

    void drop(Kind kind) {
        dropped.add(kind);
    }

    String storable(String text) {
        var cleaned = StorableText.cleaned(text);
        if (cleaned.length() < text.length()) {
            dropped.add(Kind.TEXTS_CLEANED);
        }
        return Trimmed.of(cleaned);
    }

    /** The id of the list of that name; null for no name, and for a list too many. */
    @Nullable
    String listOf(String name) {
        if (name.isEmpty()) {
            return null;
        }
        var id = "list " + name;
        if (!lists.containsKey(id)) {
            // One is kept free for tasks of no list.
            if (lists.size() >= WorkspaceRules.LISTS_LIMIT - 1) {
                dropped.add(Kind.LISTS_TOO_MANY);
                return null;
            }
            lists.put(id, new ImportedList(id, fitted(name, ImportedList.NAME_LIMIT, Kind.NAMES_SHORTENED)));
        }
        return id;
    }

    /** The title as it fits, and in full above the description where it does not. */
    Texts texts(String title, String description) {
        var whole = title.length() <= ImportedTask.TITLE_LIMIT
                ? description
                : description.isEmpty() ? title : title + "\n\n" + description;
        return new Texts(
                fitted(title, ImportedTask.TITLE_LIMIT, Kind.TITLES_SHORTENED),
                fitted(whole, ImportedTask.DESCRIPTION_LIMIT, Kind.DESCRIPTIONS_SHORTENED));
    }

    record Texts(String title, String description) {}

    /** Each once, none blank, at most as many as a task can have. */
    List<String> tags(List<String> names) {
        var tags = new LinkedHashSet<String>();
        for (var name : names) {
            if (!name.isBlank()) {
                tags.add(fitted(name.strip(), ImportedTask.TAG_LIMIT, Kind.TAGS_SHORTENED));
            }
        }
        if (tags.size() > TaskRules.TAGS_LIMIT) {
            dropped.add(Kind.TAGS_TOO_MANY, tags.size() - TaskRules.TAGS_LIMIT);
        }
        return tags.stream().limit(TaskRules.TAGS_LIMIT).toList();
    }

    String comment(String text) {
        return StorableText.shortened(text, TaskRules.COMMENT_LIMIT);
    }

    void add(ImportedTask task) {
        someOfNoList |= task.listId() == null;
        tasks.add(task);
    }

    /** @param name of the file */
    ImportedTasks all(Table table, String kind, String name) {
        var columns = new ArrayList<>(lists.values());
        if (someOfNoList && !columns.isEmpty()) {
            columns.addFirst(new ImportedList(OF_NO_LIST, NAME_OF_THE_FIRST_LIST));
        }
        var plain = storable(name.replaceFirst("\\.[A-Za-z0-9]{1,5}$", ""));
        return new ImportedTasks(
                kind + " " + table.digest(),
                plain,
                plain.isEmpty()
                        ? NAME_OF_THE_NAMELESS_TABLE
                        : fitted(plain, ImportedList.NAME_LIMIT, Kind.NAMES_SHORTENED),
                columns,
                tasks,
                dropped.total());
    }

    private String fitted(String text, int limit, Kind kind) {
        if (text.length() > limit) {
            dropped.add(kind);
        }
        return StorableText.shortened(text, limit);
    }
}
