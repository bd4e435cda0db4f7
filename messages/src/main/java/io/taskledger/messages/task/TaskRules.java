package io.taskledger.messages.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.FieldRules;
import io.taskledger.messages.Trimmed;
import org.jspecify.annotations.Nullable;

/** The limits of a task's texts. Lengths in Unicode code points. */
public final class TaskRules {

    public static final int TITLE_LIMIT = 200;
    public static final int DESCRIPTION_LIMIT = 10_000;
    public static final int TAG_LIMIT = 100;
    public static final int TAGS_LIMIT = 100;
    public static final int COMMENT_LIMIT = 10_000;
    public static final int FILE_NAME_LIMIT = 255;
    /** How many comments a task has at most, deleted ones not counted. */
    public static final int COMMENTS_LIMIT = 5_000;

    public static final int FILES_LIMIT = 200;
    public static final int SHARES_LIMIT = 200;

    public static final int VERSION_NAME_LIMIT = 100;
    /** How many versions of a task have a name at most. */
    public static final int VERSION_NAMES_LIMIT = 200;

    /** For each person on one task. */
    public static final int REMINDERS_LIMIT = 20;

    public static final int LAST_YEAR = 9_999;

    private TaskRules() {}

    static void title(FieldRules rules, String title) {
        rules.length("title", Trimmed.of(title), 1, TITLE_LIMIT);
    }

    static void description(FieldRules rules, @Nullable String description) {
        if (description != null) {
            rules.length("description", description, 0, DESCRIPTION_LIMIT);
        }
    }

    static void comment(String content) {
        new FieldRules().length("content", content, 1, COMMENT_LIMIT).enforce();
    }

    /** One line. */
    static void versionName(String name) {
        new FieldRules()
                .length("name", name, 1, VERSION_NAME_LIMIT)
                .matches("name", name, TaskRules::isOneLine, Kind.FORBIDDEN_CHARACTER)
                .enforce();
    }

    /** NUL is refused as what no text may have. */
    private static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(c -> c != 0 && (Character.isISOControl(c) || c == 0x2028 || c == 0x2029));
    }

    /** @throws IllegalArgumentException where a part is said to be of another task than its id says */
    static void partOf(TaskId taskId, TaskId namedByPart) {
        if (!taskId.equals(namedByPart)) {
            throw new IllegalArgumentException("a part of another task");
        }
    }

    static void tags(FieldRules rules, List<String> tags) {
        rules.atMost("tags", tags.size(), TAGS_LIMIT);
        tags.forEach(tag -> rules.length("tags", tag, 0, TAG_LIMIT));
    }

    /** @param date in a year that four digits can write: what is farther off is a slip of the hand */
    static void dueDate(FieldRules rules, @Nullable LocalDate date) {
        if (date != null) {
            rules.must(date.getYear() >= 1 && date.getYear() <= LAST_YEAR, "due_date", Kind.OUT_OF_RANGE, LAST_YEAR);
        }
    }

    static void due(FieldRules rules, @Nullable LocalDate date, @Nullable LocalTime time) {
        dueDate(rules, date);
        rules.must(time == null || date != null, "due_time", Kind.TIME_WITHOUT_DATE, 0);
    }
}
