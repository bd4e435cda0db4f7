package io.taskledger.exchange.trello;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Objects;

import io.taskledger.exchange.ImportedTask;
import io.taskledger.exchange.ImportedTasks;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Boards for tests. */
final class Boards {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Boards() {}

    static byte[] garden() {
        try (InputStream file = Boards.class.getResourceAsStream("/trello/garden.json")) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TrelloBoard read(byte[] bytes) throws Exception {
        return TrelloFile.read(new ByteArrayInputStream(bytes));
    }

    static TrelloBoard read(String json) throws Exception {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A board with one open list, "To do", and one card in it; {@code fields}: the card's, beyond its id and list. */
    static String withCard(String fields) {
        return """
                {"id": "b1", "name": "Board", "lists": [{"id": "l1", "name": "To do"}],
                 "cards": [{"id": "c1", "idList": "l1", %s}]}""".formatted(fields);
    }

    static ImportedTasks imported(String json) throws Exception {
        return TrelloImport.of(read(json), BERLIN);
    }

    static ImportedTask onlyTask(ImportedTasks imported) {
        if (imported.tasks().size() != 1) {
            throw new AssertionError("not one task: " + imported.tasks());
        }
        return imported.tasks().getFirst();
    }

    static NotATrelloBoard refusalOf(byte[] bytes) {
        return refusalOf(new ByteArrayInputStream(bytes));
    }

    static NotATrelloBoard refusalOf(String text) {
        return refusalOf(text.getBytes(StandardCharsets.UTF_8));
    }

    static NotATrelloBoard refusalOf(InputStream bytes) {
        return Objects.requireNonNull(
                catchThrowableOfType(NotATrelloBoard.class, () -> TrelloFile.read(bytes)), "the file was taken");
    }
}
