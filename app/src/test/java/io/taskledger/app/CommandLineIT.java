package io.taskledger.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import io.taskledger.app.product.Everything;
import io.taskledger.app.product.Installation;
import io.taskledger.app.product.Installation.Ran;
import io.taskledger.app.product.OneProduct;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The command line, beside a running instance and alone. */
@ExtendWith(OneProduct.class)
class CommandLineIT {

    private static final String PASSWORD = "operators know better";
    private static final Path GARDEN = Installation.ROOT.resolve("exchange/src/test/resources/trello/garden.json");
    private static final int CARDS = 7; // and one that is in the file twice
    private static final Path SAMPLES =
            Installation.ROOT.resolve("../shared/samples").normalize();

    @TempDir
    private Path home;

    @BeforeAll
    static void install() {
        Installation.here();
    }

    private Ran run(String... arguments) {
        return Installation.here().run(home, Map.of(), arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "import trello --help", "--version"})
    void help_is_everywhere(String arguments) {
        var ran = run(arguments.split(" "));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).containsIgnoringCase("taskledger");
        assertThat(ran.errors()).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "admin grant", "import trello x.json", "--loud"})
    void a_command_that_is_not_one_shows_how_it_goes(String arguments) {
        var ran = run(arguments.split(" "));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errors()).contains("Usage: taskledger");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void jobs_are_filed_with_the_running_instance_or_done_alone() throws Exception {
        try (var product = Product.start(home)) {
            product.rest().register("ann", PASSWORD);
            product.rest().register("bob", PASSWORD);

            grants_an_admin(product);
            imports_a_board_once(product);
            refuses_what_is_no_board(product);
            product.stop();
        }
        works_alone();
    }

    private void grants_an_admin(Product product) throws SQLException {
        assertThat(run("admin", "grant", "ann")).satisfies(ran -> {
            assertThat(ran.exitCode()).isZero();
            assertThat(ran.out()).contains("ann is an instance admin");
            assertThat(ran.errors()).isEmpty();
        });
        assertThat(Everything.in(product.database()).get("ledger.event.type"))
                .contains("account.instance-admin-granted");

        assertRefused(product, "No account", "admin", "grant", "nobody");
    }

    private void imports_a_board_once(Product product) {
        var bob = product.rest().signIn("bob", PASSWORD);

        var first = run("import", "trello", GARDEN.toString(), "--owner", "bob");
        assertThat(first.exitCode()).as(first.errors()).isZero();
        assertThat(first.out()).contains("Created " + CARDS + " tasks", "Not kept: ");
        assertThat(first.errors()).contains("] " + CARDS + " of " + CARDS);
        assertThat(bob.titles()).hasSize(CARDS).contains("Order compost", "حجز شتلات الطماطم 🍅");

        assertThat(first.out()).contains("They stand in a workspace of that name, in 3 lists.");
        assertThat(workspaces(bob)).containsExactly("", "Schrebergarten „Morgenröte“");

        var second = run("import", "trello", GARDEN.toString(), "--owner", "bob");
        assertThat(second.out()).contains("Created 0 tasks", "Left " + CARDS + " alone");
        assertThat(bob.titles()).hasSize(CARDS);
        assertThat(workspaces(bob)).hasSize(2);

        var again = run("import", "trello", GARDEN.toString(), "--owner", "bob@example.org", "--again");
        assertThat(again.out()).contains("Created " + CARDS + " tasks");
        assertThat(bob.titles()).hasSize(2 * CARDS);
        assertThat(workspaces(bob)).hasSize(3);
        assertThat(product.rest().signIn("ann", PASSWORD).titles()).isEmpty();
    }

    /** Their names; empty for the personal one. */
    private static List<String> workspaces(Rest person) {
        return StreamSupport.stream(
                        person.get("/workspaces").expecting(200).json().spliterator(), false)
                .map(workspace -> workspace.get("name").asString(""))
                .toList();
    }

    private void refuses_what_is_no_board(Product product) throws SQLException, IOException {
        var noJson = Files.writeString(home.resolve("holiday.json"), "\u0089PNG, not JSON");
        var noBoard = Files.writeString(home.resolve("settings.json"), "{\"theme\": \"dark\"}");

        assertRefused(product, "not a JSON file", "import", "trello", noJson.toString(), "--owner", "bob");
        assertRefused(product, "not a board", "import", "trello", noBoard.toString(), "--owner", "bob");
        assertRefused(product, "There is no file", "import", "trello", home + "/gone.json", "--owner", "bob");
        assertRefused(product, "cannot be read", "import", "trello", home.toString(), "--owner", "bob");
        assertRefused(product, "No account", "import", "trello", GARDEN.toString(), "--owner", "nobody");
    }

    private void assertRefused(Product product, String words, String... arguments) throws SQLException {
        var before = Everything.in(product.database()).get("ledger.event.position");

        var ran = run(arguments);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errorLines()).singleElement().asString().contains(words);
        assertThat(Everything.in(product.database()).get("ledger.event.position"))
                .isEqualTo(before);
    }

    private void works_alone() {
        assertThat(run("admin", "grant", "bob").out().strip()).isEqualTo("bob is an instance admin.");
        var imported = run("import", "trello", GARDEN.toString(), "--owner", "ann");
        assertThat(imported.exitCode()).as(imported.errors()).isZero();
        assertThat(imported.out()).contains("Created " + CARDS + " tasks");
        assertThat(Product.postmasterFile(home)).doesNotExist();

        try (var product = Product.start(home)) {
            assertThat(product.rest().signIn("ann", PASSWORD).titles()).hasSize(CARDS);
            assertThat(product.rest().signIn("bob", PASSWORD).titles()).hasSize(2 * CARDS);
        }
    }

    @ParameterizedTest
    @CsvSource({"trello-board-2016.json, 206", "trello-board-2012.json, 72"})
    void a_real_board_comes_whole(String sample, int cards, Product product) {
        Assumptions.assumeTrue(Files.exists(SAMPLES.resolve(sample)), () -> SAMPLES + " is not here: not tested");
        var owner = "importer-" + cards;
        product.rest().register(owner, PASSWORD);
        var file = SAMPLES.resolve(sample).toString();

        assertThat(product.run("import", "trello", file, "--owner", owner).out())
                .contains("Created " + cards + " tasks");
        assertThat(product.run("import", "trello", file, "--owner", owner).out())
                .contains("Created 0 tasks");

        assertThat(product.rest().signIn(owner, PASSWORD).titles()).hasSize(cards);
    }
}
