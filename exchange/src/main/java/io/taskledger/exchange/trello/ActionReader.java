package io.taskledger.exchange.trello;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.taskledger.exchange.trello.TrelloAction.Deed;
import io.taskledger.exchange.trello.TrelloAction.Deed.BoardRenamed;
import io.taskledger.exchange.trello.TrelloAction.Deed.CardAppeared;
import io.taskledger.exchange.trello.TrelloAction.Deed.CardChanged;
import io.taskledger.exchange.trello.TrelloAction.Deed.CardGone;
import io.taskledger.exchange.trello.TrelloAction.Deed.CommentChanged;
import io.taskledger.exchange.trello.TrelloAction.Deed.Commented;
import io.taskledger.exchange.trello.TrelloAction.Deed.Labelled;
import io.taskledger.exchange.trello.TrelloAction.Deed.ListAppeared;
import io.taskledger.exchange.trello.TrelloAction.Deed.ListChanged;
import io.taskledger.exchange.trello.TrelloAction.Deed.ListGone;
import org.jspecify.annotations.Nullable;

/** Reads the action that the cursor stands on. */
final class ActionReader {

    private static final ActionFields NOTHING = new ActionFields(Map.of());

    private final JsonCursor json;

    private String id = "";
    private String type = "";
    private String date = "";
    private @Nullable String memberId;
    private @Nullable String memberName;
    private Map<String, ActionFields> data = new HashMap<>();

    ActionReader(JsonCursor json) {
        this.json = json;
    }

    /** Empty for what does not become history here, or tells too little. */
    Optional<TrelloAction> read() throws NotATrelloBoard {
        id = "";
        type = "";
        date = "";
        memberId = null;
        memberName = null;
        data = new HashMap<>();
        json.fields(field -> {
            switch (field) {
                case "id" -> id = json.text();
                case "type" -> type = json.text();
                case "date" -> date = json.text();
                case "idMemberCreator" -> memberId = json.textOrNull();
                case "memberCreator" -> memberName = ActionFields.read(json).name();
                case "data" -> readData();
                default -> {}
            }
        });
        Instant at = ActionFields.instant(date);
        return at == null ? Optional.empty() : deed().map(deed -> new TrelloAction(at, memberId, memberName, deed));
    }

    private void readData() throws NotATrelloBoard {
        Map<String, Object> own = new HashMap<>();
        json.fields(field -> {
            if (json.isObject()) {
                data.put(field, ActionFields.read(json));
            } else {
                ActionFields.put(own, field, json);
            }
        });
        data.put("", new ActionFields(own));
    }

    private ActionFields of(String part) {
        return data.getOrDefault(part, NOTHING);
    }

    private Optional<Deed> deed() {
        String card = of("card").text("id");
        String list = of("list").text("id");
        return switch (type) {
            case "createCard", "copyCard", "convertToCardFromCheckItem", "emailCard", "moveCardToBoard" ->
                card == null ? Optional.empty() : Optional.of(new CardAppeared(card, seen()));
            case "deleteCard", "moveCardFromBoard" ->
                card == null ? Optional.empty() : Optional.of(new CardGone(card, seen()));
            case "updateCard" -> card == null ? Optional.empty() : cardChanged(card);
            case "addLabelToCard" -> card == null ? Optional.empty() : labelled(card, true);
            case "removeLabelFromCard" -> card == null ? Optional.empty() : labelled(card, false);
            case "commentCard", "copyCommentCard" ->
                card == null || of("").text("text") == null
                        ? Optional.empty()
                        : Optional.of(new Commented(card, seen(), id, of("").string("text")));
            case "updateComment", "deleteComment" -> card == null ? Optional.empty() : commentChanged(card);
            case "createList", "moveListToBoard" ->
                list == null
                        ? Optional.empty()
                        : Optional.of(new ListAppeared(list, of("list").list()));
            case "moveListFromBoard" ->
                list == null
                        ? Optional.empty()
                        : Optional.of(new ListGone(list, of("list").list()));
            case "updateList" -> list == null ? Optional.empty() : Optional.of(listChanged(list));
            case "updateBoard" -> boardRenamed();
            default -> Optional.empty();
        };
    }

    /** Where the card stands the action says beside it, in one of several places. */
    private CardChange seen() {
        return of("card").card(listOf("listAfter", "list"));
    }

    private @Nullable String listOf(String first, String second) {
        String id = of(first).text("id");
        return id == null ? of(second).text("id") : id;
    }

    private Optional<Deed> cardChanged(String card) {
        CardChange from = of("old").card(of("listBefore").text("id"));
        CardChange to = of("card").card(of("listAfter").text("id")).limitedTo(from);
        return from.isEmpty() ? Optional.empty() : Optional.of(new CardChanged(card, seen(), to, from));
    }

    private Optional<Deed> labelled(String card, boolean added) {
        ActionFields label = of("label");
        String colour = label.text("color") == null ? of("").text("value") : label.text("color");
        String name = label.string("name").isBlank() ? colour : label.string("name");
        String labelId = label.text("id") == null ? (colour == null ? name : colour) : label.text("id");
        return name == null || name.isBlank() || labelId == null
                ? Optional.empty()
                : Optional.of(new Labelled(card, seen(), new TrelloLabel(labelId, name), added));
    }

    private Optional<Deed> commentChanged(String card) {
        String comment = of("action").text("id");
        return comment == null
                ? Optional.empty()
                : Optional.of(new CommentChanged(
                        card,
                        seen(),
                        comment,
                        of("action").text("text"),
                        of("old").text("text"),
                        type.equals("deleteComment")));
    }

    private Deed listChanged(String list) {
        ListChange from = of("old").list();
        return new ListChanged(list, of("list").list().limitedTo(from), from);
    }

    private Optional<Deed> boardRenamed() {
        String from = of("old").text("name");
        String to = of("board").text("name");
        return from == null || to == null ? Optional.empty() : Optional.of(new BoardRenamed(to, from));
    }
}
