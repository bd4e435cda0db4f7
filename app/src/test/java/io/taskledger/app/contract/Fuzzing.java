package io.taskledger.app.contract;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;

/**
 * Asks many odd things, mostly as somebody who has something of everything, since a stranger does not get far. What a
 * request is like follows from its number and the seed alone: {@code -Dtaskledger.seed} repeats a run.
 */
final class Fuzzing {

    private static final long SEED = Long.getLong("taskledger.seed", 20_261_121);

    /** What is deleted by one request is missing for the later ones; so there is something new now and then. */
    private static final int REQUESTS_FOR_ONE_SET_OF_THINGS = 125;

    private static final Set<String> STAYING = Set.of("logout", "end_session", "end_other_sessions", "delete_account");

    private final Product product;
    private final List<Operation> operations;
    private final String password;
    private final Rest admin;
    private final Map<String, String> wrong = new TreeMap<>();
    private int people;
    private Rest person;
    private Belongings things;

    /** @param password everybody's; that of the admin {@code root} among them */
    Fuzzing(Product product, List<Operation> operations, String password) {
        this.product = product;
        this.operations = operations;
        this.password = password;
        this.admin = product.rest().signIn("root", password);
        newcomer();
    }

    /** @return what was wrong, one of a kind, with the request that shows it */
    List<String> run(int requests) {
        for (var number = 0; number < requests; number++) {
            if (number > 0 && number % REQUESTS_FOR_ONE_SET_OF_THINGS == 0) {
                newcomer(); // since nobody may have ever more of everything
            }
            ask(number);
        }
        return wrong.entrySet().stream()
                .map(one -> one.getKey() + "\n  " + one.getValue())
                .toList();
    }

    private void ask(int number) {
        var random = new Random(SEED + number);
        var operation = operations.get(random.nextInt(operations.size()));
        var token = token(operation, random);
        var attempt = new Fuzzer(random.nextLong()).attempt(operation, things, token);
        try {
            var heard = Wire.ask(product.port(), attempt.sent());
            for (var broken : Promises.broken(operation, attempt.oddAddress(), heard)) {
                wrong.putIfAbsent(
                        operation.id() + ": " + heard.status() + ": " + broken,
                        "request " + number + " of seed " + SEED + ": "
                                + attempt.sent().curl(product.port()) + "\n  " + heard.body());
            }
            if (heard.status() == 401
                    && token.equals(person.token())
                    && person.get("/users/me").status() == 401) {
                newcomer();
            }
        } catch (UncheckedIOException broken) {
            wrong.putIfAbsent(operation.id() + ": the connection broke", broken.getMessage());
        }
    }

    /** Now and then nobody's; nor is anybody signed out, since to sign in again takes long. */
    private String token(Operation operation, Random random) {
        if (random.nextInt(20) == 0 || STAYING.contains(operation.id())) {
            return "";
        }
        return operation.isForAdmins() ? admin.token() : person.token();
    }

    /** The one before may have ended their session, or their account. */
    private void newcomer() {
        people++;
        product.rest().register(name(), password);
        person = product.rest().signIn(name(), password);
        things = new Belongings(product, person, name(), admin);
    }

    private String name() {
        return "fuzzy-" + people;
    }
}
