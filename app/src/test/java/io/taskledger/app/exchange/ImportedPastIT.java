package io.taskledger.app.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.taskledger.app.exchange.BoardOracle.Card;
import io.taskledger.app.product.Installation;
import io.taskledger.app.product.OneProduct;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A Trello board that was imported with its history was at all times as the file says. */
@ExtendWith(OneProduct.class)
class ImportedPastIT {

    private static final String PASSWORD = "what was is what is told";
    private static final Path OWN = Installation.ROOT.resolve("exchange/src/test/resources/trello");
    private static final Path SAMPLES =
            Installation.ROOT.resolve("../shared/samples").normalize();
    private static final boolean LONG = Boolean.getBoolean("taskledger.long");
    private static final int ASKED_IN_THE_SHORT_FORM = 8;

    private record Version(Instant from, Instant until, String place, Card card) {
        boolean heldAt(Instant time) {
            return !from.isAfter(time) && until.isAfter(time);
        }
    }

    @ParameterizedTest
    @CsvSource({"orchard.json, 26", "trello-board-2012.json, 72", "trello-board-2016.json, 206"})
    void the_list_as_of_each_action_is_as_the_file_says(String sample, int cards, Product product) throws Exception {
        var file = Files.exists(OWN.resolve(sample)) ? OWN.resolve(sample) : SAMPLES.resolve(sample);
        Assumptions.assumeTrue(Files.exists(file), () -> file + " is not here: not tested");
        var oracle = new BoardOracle(file);
        var person = imported(product, "historian-" + cards, file, cards);

        var lists = lists(person);
        assertThat(lists.values()).containsAll(oracle.namesOfOpenLists());
        all_versions_are_as_the_file_says(product, person, lists, oracle);
        the_list_is_told_so(person, lists, oracle);
    }

    @Test
    void in_the_end_all_is_as_without_history_and_it_was_one_action(Product product) throws Exception {
        var file = OWN.resolve("orchard.json");
        product.rest().register("rehearsing", PASSWORD);
        var plain = product.rest().signIn("rehearsing", PASSWORD);
        assertThat(run(product, file, "rehearsing", "--history", "--dry-run"))
                .contains("Would create 26 tasks", "Nothing was changed.");
        assertThat(importedEvents(product, plain)).isZero();

        var person = imported(product, "twice", file, 26);
        the_file_s_people_are_named(product, person, new BoardOracle(file));
        assertThat(run(product, file, "rehearsing")).contains("Created 26 tasks");
        assertThat(board(person)).isEqualTo(board(plain));
        assertThat(standing(product, person)).hasSize(26).isEqualTo(standing(product, plain));

        var before = importedEvents(product, person);
        assertThat(before).isGreaterThan(26);
        assertThat(run(product, file, "twice", "--history")).contains("Created 0 tasks", "Left 26 alone");
        assertThat(importedEvents(product, person)).isEqualTo(before);
        is_undone_and_done_again_as_one_action(person);
    }

    @Test
    void tables_come_by_the_command_line_or_are_refused_by_line(Product product, @TempDir Path folder)
            throws Exception {
        product.rest().register("tabular", PASSWORD);
        var table =
                Files.writeString(folder.resolve("Garden.csv"), "\uFEFFName;Due;Done\nSow;2026-03-01;no\nRake;;yes\n");
        var template = Files.writeString(
                folder.resolve("Home.csv"), "TYPE,CONTENT,PRIORITY\nsection,Soon,\ntask,Paint the hut @spring,1\n");
        var faulty = Files.writeString(folder.resolve("Faulty.csv"), "title,due\nSow,tomorrow\n");

        assertThat(product.run("import", "csv", table.toString(), "--owner", "tabular")
                        .out())
                .contains("Created 2 tasks of \"Garden\"");
        assertThat(product.run("import", "todoist", template.toString(), "--owner", "tabular")
                        .out())
                .contains("Created 1 tasks of \"Home\"");
        var refused = product.run("import", "csv", faulty.toString(), "--owner", "tabular");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors()).contains("Line 2 has a due date that is no date such as 2026-03-01.");
        assertThat(product.rest().signIn("tabular", PASSWORD).titles())
                .containsExactlyInAnyOrder("Sow", "Rake", "Paint the hut");
    }

    private static void is_undone_and_done_again_as_one_action(Rest person) {
        var actions = person.get("/users/me/actions").expecting(200).json().get("actions");
        assertThat(actions).hasSize(1);
        var action = "/actions/" + actions.get(0).get("action_id").asString();

        person.post(action + "/undo", Map.of()).expecting(200);
        assertThat(person.titles()).isEmpty();
        person.post(action + "/redo", Map.of()).expecting(200);
        assertThat(person.titles()).hasSize(26);
    }

    private static Rest imported(Product product, String owner, Path file, int cards) {
        product.rest().register(owner, PASSWORD);
        assertThat(run(product, file, owner, "--history"))
                .contains("Created " + cards + " tasks", "Their past is told in ");
        return product.rest().signIn(owner, PASSWORD);
    }

    private static String run(Product product, Path file, String owner, String... more) {
        var words = new ArrayList<>(List.of("import", "trello", file.toString(), "--owner", owner));
        words.addAll(List.of(more));
        return product.run(words.toArray(String[]::new)).out();
    }

    /** How many events imports have caused: others use the same product. */
    /** Of the person's own imports: others import at the same time. */
    private static long importedEvents(Product product, Rest person) throws SQLException {
        var id = person.get("/users/me").expecting(200).json().get("id").asString();
        return events(product, "\"import\"", id);
    }

    private static long events(Product product, String... inMetadata) throws SQLException {
        try (var connection = product.database().connect();
                var statement = connection.prepareStatement(
                        "select count(*) from (select convert_from(metadata, 'UTF8') as metadata from ledger.event) as told"
                                + " where metadata like all (?)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            Stream.of(inMetadata)
                                    .map(part -> "%" + part + "%")
                                    .toArray()));
            var row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static void all_versions_are_as_the_file_says(
            Product product, Rest person, Map<String, String> lists, BoardOracle oracle) throws SQLException {
        var versions = versions(product, workspace(person), lists);
        for (var time : oracle.times()) {
            var then = versions.stream()
                    .filter(version -> version.heldAt(time))
                    .map(Version::card)
                    .toList();
            assertThat(counted(then)).as("at " + time).isEqualTo(counted(oracle.at(time)));
        }
    }

    private static void the_list_is_told_so(Rest person, Map<String, String> lists, BoardOracle oracle) {
        var withCards = oracle.times().stream()
                .filter(time -> !oracle.at(time).isEmpty())
                .toList();
        var step = LONG ? 1 : Math.max(1, withCards.size() / ASKED_IN_THE_SHORT_FORM);
        for (var index = 0; index < withCards.size(); index += step) {
            var time = withCards.get(index);
            assertThat(counted(told(person, time, lists))).as("at " + time).isEqualTo(counted(oracle.at(time)));
        }
    }

    /** Two cards may say the same. */
    private static Map<Card, Long> counted(List<Card> cards) {
        return cards.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static List<Card> told(Rest person, Instant time, Map<String, String> lists) {
        var cards = new ArrayList<Card>();
        JsonNode page;
        do {
            page = person.get("/tasks?limit=100&sort_by=id&at=" + time + "&skip=" + cards.size())
                    .expecting(200)
                    .json();
            page.get("tasks").forEach(task -> cards.add(card(task, lists)));
        } while (cards.size() < page.get("total").asInt());
        return cards;
    }

    /** Its name, and its lists in their order. */
    private static List<String> board(Rest person) {
        var board =
                person.get("/workspaces/" + workspace(person)).expecting(200).json();
        var lists = new ArrayList<String>();
        board.get("lists").forEach(list -> lists.add(list.get("place").asString() + " " + list.get("name")));
        lists.sort(null);
        lists.addFirst(board.get("name").asString());
        return lists;
    }

    /** Each task as it is now, with its place. */
    private static List<String> standing(Product product, Rest person) throws SQLException {
        return versions(product, workspace(person), lists(person)).stream()
                .filter(version -> version.until().equals(OffsetDateTime.MAX.toInstant()))
                .map(version -> version.place() + " " + version.card())
                .sorted()
                .toList();
    }

    /** As who did it, where it is told; and nowhere in the ledger's bytes. */
    private static void the_file_s_people_are_named(Product product, Rest person, BoardOracle oracle)
            throws SQLException {
        var named = new TreeSet<String>();
        person.get("/activity?limit=100&resource_type=task")
                .expecting(200)
                .json()
                .forEach(entry -> {
                    assertThat(entry.get("via").asString()).isEqualTo("import");
                    named.add(entry.path("username").asString(""));
                });
        named.remove("twice"); // what nobody is named for is who imported it
        assertThat(named).isNotEmpty().isSubsetOf(oracle.actors());
        for (var name : oracle.actors()) {
            assertThat(events(product, '"' + name + '"')).as(name).isZero();
        }
    }

    private static List<Version> versions(Product product, String workspace, Map<String, String> lists)
            throws SQLException {
        try (var connection = product.database().connect();
                var statement = connection.createStatement()) {
            var live = statement.executeQuery(
                    "select 'history_v' || version from readmodel.live_version where projection = 'history'");
            live.next();
            var rows = statement.executeQuery("select * from " + live.getString(1)
                    + ".version where deleted_at is null and workspace_id = '" + workspace + "'");
            var versions = new ArrayList<Version>();
            while (rows.next()) {
                versions.add(new Version(
                        rows.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        rows.getObject("until_at", OffsetDateTime.class).toInstant(),
                        rows.getString("place"),
                        new Card(
                                rows.getString("title"),
                                rows.getString("description") == null ? "" : rows.getString("description"),
                                lists.get(rows.getString("list_id")),
                                rows.getObject("completed_at") != null,
                                rows.getObject("due_date", LocalDate.class),
                                rows.getObject("due_time", LocalTime.class),
                                new TreeSet<>(
                                        Set.of((String[]) rows.getArray("tags").getArray())))));
            }
            return versions;
        }
    }

    private static Card card(JsonNode task, Map<String, String> lists) {
        var tags = new TreeSet<String>();
        task.get("tags").forEach(tag -> tags.add(tag.asString()));
        var date = task.path("due_date").asString("");
        var time = task.path("due_time").asString("");
        return new Card(
                task.get("title").asString(),
                task.path("description").asString(""),
                lists.get(task.get("list_id").asString()),
                task.get("completed").asBoolean(),
                date.isEmpty() ? null : LocalDate.parse(date.substring(0, 10)),
                time.isEmpty() ? null : LocalTime.parse(time),
                tags);
    }

    private static String workspace(Rest person) {
        return StreamSupport.stream(
                        person.get("/workspaces").expecting(200).json().spliterator(), false)
                .filter(one -> !one.get("name").asString("").isEmpty())
                .map(one -> one.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Names by id, of the imported board. */
    private static Map<String, String> lists(Rest person) {
        var lists = new HashMap<String, String>();
        person.get("/workspaces/" + workspace(person))
                .expecting(200)
                .json()
                .get("lists")
                .forEach(list ->
                        lists.put(list.get("id").asString(), list.get("name").asString()));
        return lists;
    }
}
