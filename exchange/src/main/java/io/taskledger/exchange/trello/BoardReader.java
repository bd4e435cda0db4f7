package io.taskledger.exchange.trello;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.taskledger.exchange.Dropped;
import io.taskledger.exchange.Dropped.Kind;
import io.taskledger.exchange.trello.NotATrelloBoard.Reason;
import org.jspecify.annotations.Nullable;

/** Reads the board that the cursor stands on. A field that is there twice counts as its last, as in JavaScript. */
final class BoardReader {

    /** Trello writes 24 hexadecimal digits. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Trello exports a thousand. */
    static final int MOST_ACTIONS = 10_000;

    private final JsonCursor json;
    private final Dropped.Tally dropped = new Dropped.Tally();
    private final CardReader cardReader;
    private final ActionReader actionReader;
    private final boolean withActions;
    private final List<TrelloAction> actions = new ArrayList<>();
    private final Map<String, String> members = new HashMap<>();
    private int checklistsOfBoard;

    private String id = "";
    private String name = "";
    private @Nullable List<TrelloList> lists;
    private @Nullable List<TrelloCard> cards;

    /** @param withActions whether the board's actions are wanted, rather than only their number */
    BoardReader(JsonCursor json, boolean withActions) {
        this.json = json;
        this.withActions = withActions;
        this.actionReader = new ActionReader(json);
        this.cardReader = new CardReader(json, dropped);
    }

    TrelloBoard read() throws NotATrelloBoard {
        json.fields(this::readField);
        if (cards == null || lists == null || !ID.matcher(id).matches()) {
            List<String> missing = new ArrayList<>();
            if (!ID.matcher(id).matches()) missing.add("no id");
            if (lists == null) missing.add("no lists");
            if (cards == null) missing.add("no cards");
            throw noBoard("it has " + String.join(" and ", missing) + ".");
        }
        // Older exports list them on the board, newer ones name them on the card as well.
        dropped.add(Kind.CHECKLISTS, Math.max(checklistsOfBoard, cardReader.checklists()));
        return new TrelloBoard(id, name, lists, cards, actions, members, dropped.total());
    }

    private void readField(String field) throws NotATrelloBoard {
        switch (field) {
            case "id" -> id = json.text();
            case "name" -> name = json.text();
            case "lists" -> lists = json.isArray() ? readLists() : null;
            case "cards" -> cards = json.isArray() ? cardReader.readAll() : null;
            case "desc" -> dropped.add(Kind.BOARD_DESCRIPTION, json.text().isBlank() ? 0 : 1);
            case "checklists" -> checklistsOfBoard = json.count();
            case "members" -> dropped.add(Kind.MEMBERS, json.elements(number -> readMember()));
            case "pluginData" -> dropped.add(Kind.POWER_UP_DATA, json.count());
            case "actions" -> json.elements(number -> readAction());
            default -> {}
        }
    }

    private void readMember() throws NotATrelloBoard {
        json.keep();
        var member = new Object() {
            String id = "";
            String name = "";
            String username = "";
        };
        json.fields(field -> {
            switch (field) {
                case "id" -> member.id = json.text();
                case "fullName" -> member.name = json.text();
                case "username" -> member.username = json.text();
                default -> {}
            }
        });
        String name = member.name.isBlank() ? member.username : member.name;
        if (!name.isBlank()) {
            members.put(member.id, name);
        }
    }

    private void readAction() throws NotATrelloBoard {
        if (withActions) {
            if (actions.size() >= MOST_ACTIONS) {
                throw new NotATrelloBoard(
                        Reason.TOO_LARGE,
                        "The board's history is too long: it has more than %,d actions.".formatted(MOST_ACTIONS));
            }
            actionReader.read().ifPresentOrElse(actions::add, () -> dropped.add(Kind.HISTORY));
        } else {
            countAction();
        }
    }

    private void countAction() throws NotATrelloBoard {
        String[] type = {""};
        json.fields(field -> {
            if (field.equals("type")) type[0] = json.text();
        });
        boolean comment = type[0].equals("commentCard") || type[0].equals("copyCommentCard");
        dropped.add(comment ? Kind.COMMENTS : Kind.HISTORY);
    }

    private List<TrelloList> readLists() throws NotATrelloBoard {
        List<TrelloList> read = new ArrayList<>();
        json.elements(number -> read.add(readList(number)));
        return read;
    }

    private TrelloList readList(int number) throws NotATrelloBoard {
        json.keep();
        var list = new Object() {
            String id = "";
            String name = "";
            boolean closed;

            @Nullable
            Double position;
        };
        json.fields(field -> {
            switch (field) {
                case "id" -> list.id = json.text();
                case "name" -> list.name = json.text();
                case "closed" -> list.closed = json.flag();
                case "pos" -> list.position = json.number();
                default -> {}
            }
        });
        requireId(list.id, "list", number);
        return new TrelloList(list.id, list.name, list.closed, list.position);
    }

    static void requireId(String id, String what, int number) throws NotATrelloBoard {
        if (!ID.matcher(id).matches()) {
            throw noBoard("%s %d in it has no id that Trello could have given.".formatted(what, number));
        }
    }

    static NotATrelloBoard noBoard(String why) {
        return new NotATrelloBoard(Reason.NO_BOARD, "This is JSON, but not a board exported from Trello: " + why);
    }
}
