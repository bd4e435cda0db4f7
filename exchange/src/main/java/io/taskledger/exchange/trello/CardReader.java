package io.taskledger.exchange.trello;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import io.taskledger.exchange.Dropped;
import io.taskledger.exchange.Dropped.Kind;
import org.jspecify.annotations.Nullable;

/** Reads the cards that the cursor stands on, and counts what is on them beyond {@link TrelloCard}. */
final class CardReader {

    /** Within these, a date has a year of four digits in every zone. */
    private static final Instant EARLIEST_DUE = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant LATEST_DUE = Instant.parse("9999-12-30T00:00:00Z");

    private final JsonCursor json;
    private final Dropped.Tally dropped;
    private int checklists;

    CardReader(JsonCursor json, Dropped.Tally dropped) {
        this.json = json;
        this.dropped = dropped;
    }

    /** How many checklists the cards read until now name. */
    int checklists() {
        return checklists;
    }

    List<TrelloCard> readAll() throws NotATrelloBoard {
        List<TrelloCard> cards = new ArrayList<>();
        json.elements(number -> cards.add(read(number)));
        return cards;
    }

    private TrelloCard read(int number) throws NotATrelloBoard {
        json.keep();
        var card = new Object() {
            String id = "";
            String name = "";
            String description = "";

            @Nullable
            Instant due;

            boolean closed;
            boolean dueComplete;

            @Nullable
            String listId;

            List<TrelloLabel> labels = List.of();

            @Nullable
            Double position;
        };
        json.fields(field -> {
            switch (field) {
                case "id" -> card.id = json.text();
                case "name" -> card.name = json.text();
                case "desc" -> card.description = json.text();
                case "due" -> card.due = readDue();
                case "closed" -> card.closed = json.flag();
                case "dueComplete" -> card.dueComplete = json.flag();
                case "idList" -> card.listId = json.textOrNull();
                case "labels" -> card.labels = readLabels();
                case "pos" -> card.position = json.number();
                case "idChecklists" -> checklists += json.count();
                default -> countOnCard(field);
            }
        });
        BoardReader.requireId(card.id, "card", number);
        return new TrelloCard(
                card.id,
                card.name,
                card.description,
                card.due,
                card.closed,
                card.dueComplete,
                card.listId,
                card.labels,
                card.position);
    }

    private void countOnCard(String field) throws NotATrelloBoard {
        switch (field) {
            case "attachments" -> dropped.add(Kind.ATTACHMENTS, json.count());
            case "idMembers" -> dropped.add(Kind.ASSIGNMENTS, json.count());
            case "idMembersVoted" -> dropped.add(Kind.VOTES, json.count());
            case "stickers" -> dropped.add(Kind.STICKERS, json.count());
            case "customFieldItems" -> dropped.add(Kind.CUSTOM_FIELDS, json.count());
            case "pluginData" -> dropped.add(Kind.POWER_UP_DATA, json.count());
            case "start" -> dropped.add(Kind.START_DATES, json.text().isBlank() ? 0 : 1);
            default -> {}
        }
    }

    private @Nullable Instant readDue() {
        String due = json.textOrNull();
        if (due == null || due.isBlank()) {
            return null;
        }
        try {
            Instant instant = Instant.parse(due.strip());
            if (isOfFourDigits(instant)) {
                return instant;
            }
        } catch (DateTimeParseException unreadable) {
            // counted below
        }
        dropped.add(Kind.UNREADABLE_DUE_DATES);
        return null;
    }

    /** Whether its year has four digits in every zone. */
    static boolean isOfFourDigits(Instant instant) {
        return instant.isAfter(EARLIEST_DUE) && instant.isBefore(LATEST_DUE);
    }

    private List<TrelloLabel> readLabels() throws NotATrelloBoard {
        List<TrelloLabel> labels = new ArrayList<>();
        json.elements(number -> {
            json.keep();
            var label = new Object() {
                String id = "";
                String name = "";
                String colour = "";
            };
            json.fields(field -> {
                switch (field) {
                    case "id" -> label.id = json.text();
                    case "name" -> label.name = json.text();
                    case "color" -> label.colour = json.text();
                    default -> {}
                }
            });
            String name = label.name.isBlank() ? label.colour : label.name;
            String id = !label.id.isBlank() ? label.id : label.colour.isBlank() ? name : label.colour;
            labels.add(new TrelloLabel(id, name));
        });
        labels.removeIf(label -> label.name().isBlank()); // neither name nor colour: it says nothing
        return labels;
    }
}
