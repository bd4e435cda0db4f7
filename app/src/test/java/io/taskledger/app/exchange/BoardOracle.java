package io.taskledger.app.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Trello's file says a board was like at any time. Each field of each card is asked for by itself: the latest action
 * until then that set it; or else the next one's old value; or else the card as it is now. Shares no code with the product.
 */
final class BoardOracle {

    private static final Set<String> APPEARING =
            Set.of("createCard", "copyCard", "convertToCardFromCheckItem", "emailCard", "moveCardToBoard");
    private static final Set<String> LEAVING = Set.of("deleteCard", "moveCardFromBoard");

    private final JsonNode board;
    private final List<JsonNode> actions;
    private final Map<String, List<JsonNode>> byCard;
    private final Map<String, JsonNode> cards;
    private final Map<Instant, List<Card>> then = new HashMap<>();

    BoardOracle(Path file) throws IOException {
        board = JsonMapper.shared().readTree(Files.readString(file));
        actions = all(board.get("actions"))
                .sorted(Comparator.comparing(action -> action.get("date").asString()))
                .toList();
        byCard = actions.stream().collect(Collectors.groupingBy(BoardOracle::cardId));
        cards = all(board.get("cards"))
                .collect(Collectors.toMap(card -> card.get("id").asString(), Function.identity()));
    }

    /** A card as a person sees it; {@code list}: its name of now, null where it is archived by now. */
    record Card(
            String title,
            String description,
            String list,
            boolean completed,
            LocalDate dueDate,
            LocalTime dueTime,
            Set<String> tags) {}

    List<Instant> times() {
        return actions.stream().map(BoardOracle::at).distinct().toList();
    }

    List<String> namesOfOpenLists() {
        return all(board.get("lists"))
                .filter(list -> !list.path("closed").asBoolean())
                .sorted(Comparator.comparingDouble(list -> list.path("pos").asDouble(0)))
                .map(list -> list.get("name").asString().strip())
                .toList();
    }

    /** Names of those who did something, as far as the file tells them. */
    Set<String> actors() {
        var names = new TreeSet<String>();
        for (var action : actions) {
            var id = action.path("idMemberCreator").asString("");
            Stream.concat(
                            Stream.of(action.path("memberCreator")),
                            all(board.path("members"))
                                    .filter(member ->
                                            member.path("id").asString("").equals(id)))
                    .filter(JsonNode::isObject)
                    .map(member -> member.path("fullName").asString("").isBlank()
                            ? member.path("username").asString("")
                            : member.path("fullName").asString(""))
                    .findFirst()
                    .ifPresent(names::add);
        }
        return names;
    }

    /** In no order. */
    List<Card> at(Instant time) {
        return then.computeIfAbsent(
                time,
                _ -> Stream.concat(cards.keySet().stream(), byCard.keySet().stream())
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .filter(id -> isThere(id, time) && isNamed(id))
                        .map(id -> card(id, time))
                        .toList());
    }

    private boolean isNamed(String id) {
        return finalCard(id) != null
                || of(id).anyMatch(action -> action.path("data").path("card").has("name"));
    }

    private boolean isThere(String id, Instant time) {
        var comesAndGoes = of(id).filter(action -> APPEARING.contains(type(action)) || LEAVING.contains(type(action)))
                .toList();
        var last = comesAndGoes.stream()
                .filter(action -> !at(action).isAfter(time))
                .reduce((one, other) -> other);
        if (last.isPresent()) {
            return APPEARING.contains(type(last.get()));
        }
        var next =
                comesAndGoes.stream().filter(action -> at(action).isAfter(time)).findFirst();
        var here = next.map(action -> LEAVING.contains(type(action))).orElse(finalCard(id) != null);
        return here
                && !Instant.ofEpochSecond(Long.parseLong(id.substring(0, 8), 16))
                        .isAfter(time);
    }

    private Card card(String id, Instant time) {
        var listId = field(id, time, "idList", BoardOracle::listSetBy, BoardOracle::listBefore, "");
        var list = all(board.get("lists"))
                .filter(one -> one.get("id").asString().equals(listId))
                .findFirst()
                .orElseThrow();
        var archived = isArchived(list, time);
        var due = field(id, time, "due", action -> set(action, "due"), action -> old(action, "due"), "");
        var local = due.isEmpty() ? null : OffsetDateTime.parse(due).withOffsetSameInstant(ZoneOffset.UTC);
        return new Card(
                text(id, time, "name").strip(),
                text(id, time, "desc").strip(),
                archived
                        ? namesOfOpenLists().getFirst()
                        : list.path("closed").asBoolean()
                                ? null
                                : list.get("name").asString().strip(),
                archived || flag(id, time, "closed") || flag(id, time, "dueComplete"),
                local == null ? null : local.toLocalDate(),
                local == null ? null : local.toLocalTime().truncatedTo(ChronoUnit.MINUTES),
                tags(id, time));
    }

    private String text(String id, Instant time, String field) {
        Function<JsonNode, JsonNode> setBy = action -> APPEARING.contains(type(action))
                ? action.path("data").path("card").path(field)
                : set(action, field);
        return field(id, time, field, setBy, action -> old(action, field), lastNamed(id, field));
    }

    private boolean flag(String id, Instant time, String field) {
        return field(id, time, field, action -> set(action, field), action -> old(action, field), "false")
                .equals("true");
    }

    /** Each by itself: whether the latest action until then put it on, or the next one takes it off, or it is on now. */
    private Set<String> tags(String id, Instant time) {
        var names = new TreeSet<String>();
        for (var label : all(board.path("labels")).toList()) {
            var labelId = label.get("id").asString();
            var changes = of(id).filter(action ->
                            type(action).endsWith("LabelToCard") || type(action).endsWith("LabelFromCard"))
                    .filter(action -> action.path("data")
                            .path("label")
                            .path("id")
                            .asString("")
                            .equals(labelId))
                    .toList();
            var last =
                    changes.stream().filter(action -> !at(action).isAfter(time)).reduce((one, other) -> other);
            var next =
                    changes.stream().filter(action -> at(action).isAfter(time)).findFirst();
            var on = last.map(action -> type(action).startsWith("add"))
                    .or(() -> next.map(action -> type(action).startsWith("remove")))
                    .orElseGet(() -> finalCard(id) != null
                            && all(finalCard(id).path("labels"))
                                    .anyMatch(one -> one.get("id").asString().equals(labelId)));
            if (on) {
                var name = label.get("name").asString();
                names.add(name.isEmpty() ? label.get("color").asString() : name);
            }
        }
        return names;
    }

    private boolean isArchived(JsonNode list, Instant time) {
        var changes = actions.stream()
                .filter(action -> type(action).equals("updateList"))
                .filter(action -> action.path("data").path("list").path("id").equals(list.get("id")))
                .filter(action -> action.path("data").path("old").has("closed"))
                .toList();
        var last = changes.stream().filter(action -> !at(action).isAfter(time)).reduce((one, other) -> other);
        var next = changes.stream().filter(action -> at(action).isAfter(time)).findFirst();
        return last.map(action ->
                        action.path("data").path("list").path("closed").asBoolean())
                .or(() -> next.map(
                        action -> action.path("data").path("old").path("closed").asBoolean()))
                .orElse(list.path("closed").asBoolean());
    }

    private String field(
            String id,
            Instant time,
            String field,
            Function<JsonNode, JsonNode> setBy,
            Function<JsonNode, JsonNode> before,
            String otherwise) {
        var last = of(id).filter(action -> !at(action).isAfter(time))
                .map(setBy)
                .filter(value -> !value.isMissingNode())
                .reduce((one, other) -> other);
        var next = of(id).filter(action -> at(action).isAfter(time))
                .map(before)
                .filter(value -> !value.isMissingNode())
                .findFirst();
        var now = finalCard(id) == null
                ? JsonMapper.shared().missingNode()
                : finalCard(id).path(field);
        return last.or(() -> next).orElse(now).asString(otherwise);
    }

    private static JsonNode listSetBy(JsonNode action) {
        var data = action.path("data");
        return APPEARING.contains(type(action))
                ? data.path("list").path("id")
                : data.path("listAfter").path("id");
    }

    /** Where it stood is told by every action that does not move it, too: of a card that is gone there is nothing else. */
    private static JsonNode listBefore(JsonNode action) {
        var data = action.path("data");
        return data.has("listBefore")
                ? data.path("listBefore").path("id")
                : APPEARING.contains(type(action))
                        ? JsonMapper.shared().missingNode()
                        : LEAVING.contains(type(action))
                                ? data.path("list").path("id")
                                : JsonMapper.shared().missingNode();
    }

    /** What an action sets a field to: only where it names the old value, for it names the card's title always. */
    private static JsonNode set(JsonNode action, String field) {
        var data = action.path("data");
        return data.path("old").has(field)
                ? data.path("card").path(field)
                : JsonMapper.shared().missingNode();
    }

    private static JsonNode old(JsonNode action, String field) {
        return action.path("data").path("old").path(field);
    }

    /** Of a card that is gone, and never was renamed, every action tells the name. */
    private String lastNamed(String id, String field) {
        return of(id).map(action -> action.path("data").path("card").path(field))
                .filter(value -> !value.isMissingNode())
                .reduce((one, other) -> other)
                .map(value -> value.asString(""))
                .orElse("");
    }

    private JsonNode finalCard(String id) {
        return cards.get(id);
    }

    private Stream<JsonNode> of(String card) {
        return byCard.getOrDefault(card, List.of()).stream();
    }

    private static String cardId(JsonNode action) {
        return action.path("data").path("card").path("id").asString("");
    }

    private static String type(JsonNode action) {
        return action.get("type").asString();
    }

    private static Instant at(JsonNode action) {
        return Instant.parse(action.get("date").asString());
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
