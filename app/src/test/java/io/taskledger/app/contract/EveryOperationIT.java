package io.taskledger.app.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.taskledger.app.contract.Wire.Heard;
import io.taskledger.app.contract.Wire.Sent;
import io.taskledger.app.product.Form;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What holds for every operation in the OpenAPI document, so for one that is added tomorrow: {@code rest-api} has a test
 * that no route is missing from the document. Bea asks; what is in the addresses is Ann's.
 */
class EveryOperationIT {

    private static final String PASSWORD = "open sesame twice";
    private static final String BASE = "/api/v1";

    /** All that may be asked without a token. */
    private static final Set<String> PUBLIC = Set.of(
            "register",
            "login",
            "refresh",
            "show_avatar",
            "logout",
            "request_password_reset",
            "reset_password",
            "verify_email",
            "verify_email_address",
            "follow_verification",
            "root",
            "health",
            "version");

    @TempDir
    private static Path home;

    private static Product product;
    private static List<Operation> operations;
    private static Rest ann;
    private static Rest bea;
    private static Belongings anns;
    private static Belongings beas;

    @BeforeAll
    static void start() {
        product = Product.start(home);
        operations =
                Operation.in(product.rest().page("/openapi.json").expecting(200).json());
        ann = person("ann");
        bea = person("bea");
        anns = new Belongings(product, ann, "ann", bea);
        beas = new Belongings(product, bea, "bea", ann);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    private static Rest person(String name) {
        product.rest().register(name, PASSWORD);
        return product.rest().signIn(name, PASSWORD);
    }

    @Test
    void without_a_token_only_what_is_public_is_answered() {
        var wrong = new ArrayList<String>();
        for (var operation : operations) {
            var open = PUBLIC.contains(operation.id());
            var refused = asked(operation, operation.fill(anns::at), operation.request(), "")
                    .body()
                    .contains("/problems/not-authenticated");
            if (refused == open || open != operation.isOpen()) {
                wrong.add(operation + ": EveryOperationIT.PUBLIC, ApiSecurity and @SecurityRequirements disagree");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_is_for_admins_is_refused_to_everybody_else() throws SQLException {
        var before = events();
        for (var operation : operations.stream().filter(Operation::isForAdmins).toList()) {
            assertThat(asked(operation, operation.fill(anns::at), operation.request(), bea.token()))
                    .as(operation.toString())
                    .returns(403, Heard::status);
        }
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void of_what_is_anothers_nothing_is_told_and_nothing_is_done() throws SQLException {
        var wrong = new ArrayList<String>();
        var before = shown(ann, anns);
        var events = events();
        for (var operation : operations) {
            if (operation.isOpen() || operation.isForAdmins()) {
                continue;
            }
            for (var path : addressesOfAnothers(operation)) {
                var heard = asked(operation, path, operation.request(), bea.token());
                var done = events() != events;
                if (done || heard.status() != 404 && heard.status() != 403) {
                    wrong.add(operation + " to " + path + ": " + heard.status() + (done ? ", and an event: " : ": ")
                            + heard.body());
                    events = events();
                }
                Promises.broken(operation, false, heard).forEach(broken -> wrong.add(operation + ": " + broken));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(shown(ann, anns)).isEqualTo(before);
    }

    /** All things Ann's; and where an address names several, the first Bea's own. */
    private static List<String> addressesOfAnothers(Operation operation) {
        var owned = operation.places().stream()
                .filter(place -> !Belongings.isNobodys(place))
                .toList();
        if (owned.isEmpty()) {
            return List.of();
        }
        var all = operation.fill(anns::at);
        return owned.size() == 1
                ? List.of(all)
                : List.of(
                        all, operation.fill(place -> place.equals(owned.getFirst()) ? beas.at(place) : anns.at(place)));
    }

    /** What a person sees of their things: that they do see them is what makes the refusals to others worth something. */
    private static Map<String, String> shown(Rest person, Belongings things) {
        var shown = new TreeMap<String, String>();
        for (var operation : operations) {
            var owned = operation.places().stream().anyMatch(place -> !Belongings.isNobodys(place));
            if (operation.method().equals("GET") && owned && !operation.isOpen() && !operation.isForAdmins()) {
                var path = operation.fill(things::at);
                shown.put(path, person.page(path, Map.of()).expecting(200).body());
            }
        }
        assertThat(shown).isNotEmpty();
        return shown;
    }

    @Test
    void what_is_anothers_cannot_be_named_in_a_body_either() throws SQLException {
        var wrong = new ArrayList<String>();
        var before = shown(ann, anns);
        for (var operation : operations) {
            if (operation.isForAdmins() || !operation.request().isObject()) {
                continue;
            }
            for (var name :
                    Bodies.idsIn(operation, product.rest().page("/openapi.json").json())) {
                var events = events();
                var body = Bodies.naming(operation, name, anns, beas);
                var heard = asked(operation, operation.fill(beas::at), body, bea.token());
                if (events() != events || !isRefused(heard)) {
                    wrong.add(operation + " with " + body + ": " + heard.status() + " " + heard.body());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(shown(ann, anns)).isEqualTo(before);
    }

    private static boolean isRefused(Heard heard) {
        var statuses = heard.status() == 200 && heard.json().has("results")
                ? heard.json()
                        .path("results")
                        .valueStream()
                        .map(one -> one.path("status").asInt())
                : Stream.of(heard.status());
        return statuses.allMatch(status -> status == 404 || status == 403);
    }

    @Test
    void what_is_anothers_is_in_no_listing() {
        for (var operation : operations) {
            if (!operation.method().equals("GET") || !operation.places().isEmpty() || operation.isForAdmins()) {
                continue;
            }
            for (var parameter : operation.parameters("query")) {
                for (var value : anns.all()) {
                    var path = operation.path() + "?" + parameter + "=" + Multipart.escaped(value);
                    assertThat(bea.page(path, Map.of()).body()).as(path).doesNotContain("of ann");
                }
            }
        }
    }

    @Test
    void whatever_is_asked_nothing_breaks_and_nothing_of_the_inside_is_told() {
        product.rest().register("root", PASSWORD);
        product.grantAdmin("root");
        var wrong = new Fuzzing(product, operations, PASSWORD).run(Form.of(1_000, 10_000));
        assertThat(wrong).isEmpty();
        assertThat(product.output()).doesNotContain("Unforeseen in request");
    }

    /** Nothing in the product fetches what people name; a rule of the house says so as well. */
    @Test
    void no_address_that_people_give_is_ever_asked() throws IOException {
        var cid = person("cid");
        var things = new Belongings(product, cid, "cid", bea);
        try (var lures = Lures.laid()) {
            assertThat(lures.forms()).hasSizeGreaterThanOrEqualTo(30).doesNotHaveDuplicates();
            var taken = 0;
            for (var form : lures.forms()) {
                var title = cid.post("/tasks", Map.of("title", form, "description", form, "tags", List.of("lure")));
                taken += title.status() == 201 ? 1 : 0;
            }
            for (var round = 0; round < Form.of(2, lures.forms().size()); round++) {
                for (var operation : operations) {
                    if (operation.request().isObject() && !operation.isForAdmins()) {
                        asked(operation, operation.fill(things::at), lures.in(operation.request()), cid.token());
                    }
                }
            }
            assertThat(taken).isEqualTo(lures.forms().size());
            assertThat(lures.knocks()).isZero();
            // Whoever came would have been heard.
            lures.knock();
            await().until(() -> lures.knocks() == 1);
        }
    }

    private static Heard asked(Operation operation, String path, JsonNode body, String token) {
        var headers = new ArrayList<String>();
        if (!token.isEmpty()) {
            headers.add("Authorization: Bearer " + token);
        }
        var bytes = new byte[0];
        if (operation.takes("multipart/form-data")) {
            bytes = Multipart.upload(headers);
        } else if (!body.isMissingNode()) {
            headers.add("Content-Type: application/json");
            bytes = body.toString().getBytes(UTF_8);
        }
        return Wire.ask(product.port(), new Sent(operation.method(), path, headers, bytes));
    }

    private static long events() throws SQLException {
        try (var connection = product.database().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from ledger.event")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
