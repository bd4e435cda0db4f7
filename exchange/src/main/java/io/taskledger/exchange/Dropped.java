package io.taskledger.exchange;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an import could not keep, or kept in another form: counted by kind, so that nothing is lost in silence.
 *
 * @param counts only kinds that occurred; unmodifiable, in the order of {@link Kind}
 */
public record Dropped(Map<Kind, Integer> counts) {

    public static final Dropped NOTHING = new Dropped(Map.of());

    /** A kind of loss or change, with English words for one of it and for several. */
    public enum Kind {
        CHECKLISTS("checklist", "checklists"),
        ATTACHMENTS("attachment", "attachments"),
        COMMENTS("comment", "comments"),
        MEMBERS("member of the board", "members of the board"),
        ASSIGNMENTS("assignment of a member to a card", "assignments of members to cards"),
        START_DATES("start date", "start dates"),
        CUSTOM_FIELDS("value of a custom field", "values of custom fields"),
        VOTES("vote", "votes"),
        STICKERS("sticker", "stickers"),
        POWER_UP_DATA("entry of a power-up", "entries of power-ups"),
        BOARD_DESCRIPTION("description of the board", "descriptions of the board"),
        HISTORY("entry of the board's history", "entries of the board's history"),
        UNREADABLE_DUE_DATES("due date that could not be read", "due dates that could not be read"),
        REPEATED_CARDS("card that was in the file already", "cards that were in the file already"),
        CARDS_WITHOUT_LIST(
                "card whose list is not in the file (now in the first list)",
                "cards whose list is not in the file (now in the first list)"),
        ARCHIVED_LISTS(
                "archived list (its cards are in the first list)",
                "archived lists (their cards are in the first list)"),
        LISTS_TOO_MANY(
                "list beyond the limit (its cards are in the first list)",
                "lists beyond the limit (their cards are in the first list)"),
        COLUMNS("column of a name that means nothing here", "columns of names that mean nothing here"),
        INDENTATIONS("task below another (now beside it)", "tasks below others (now beside them)"),
        NAMES_REPLACED("blank name of board or list replaced", "blank names of board or lists replaced"),
        NAMES_SHORTENED("name of board or list shortened", "names of board or lists shortened"),
        BLANK_TITLES_REPLACED("blank title replaced", "blank titles replaced"),
        TITLES_SHORTENED(
                "title shortened (in full in the description)", "titles shortened (in full in the description)"),
        DESCRIPTIONS_SHORTENED("description shortened", "descriptions shortened"),
        TAGS_SHORTENED("tag shortened", "tags shortened"),
        TAGS_TOO_MANY("tag beyond the limit", "tags beyond the limit"),
        TEXTS_CLEANED(
                "text freed of characters that cannot be stored", "texts freed of characters that cannot be stored"),
        COMPLETED_BY_ARCHIVED_LIST(
                "open card completed because its list was archived",
                "open cards completed because their list was archived");

        private final String one;
        private final String several;

        Kind(String one, String several) {
            this.one = one;
            this.several = several;
        }

        /** Such as {@code 3 checklists}. */
        public String words(int count) {
            return count + " " + (count == 1 ? one : several);
        }
    }

    public Dropped {
        counts = counts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /** How many of this kind; 0 where none occurred. */
    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** One line a kind, such as {@code 3 checklists}; empty where nothing was lost. */
    public List<String> lines() {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey().words(entry.getValue()))
                .toList();
    }

    /** Counts while a file is read; of one thread. */
    public static final class Tally {

        private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

        public Tally() {}

        /** Goes on where another count ended. */
        public Tally(Dropped before) {
            counts.putAll(before.counts);
        }

        public void add(Kind kind) {
            add(kind, 1);
        }

        public void add(Kind kind, int times) {
            if (times > 0) {
                counts.merge(kind, times, Integer::sum);
            }
        }

        public Dropped total() {
            return new Dropped(counts);
        }
    }
}
