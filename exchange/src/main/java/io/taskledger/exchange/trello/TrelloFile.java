package io.taskledger.exchange.trello;

import java.io.IOException;
import java.io.InputStream;

import io.taskledger.exchange.SizeLimit;
import io.taskledger.exchange.trello.NotATrelloBoard.Reason;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** The JSON file of Trello's "Export as JSON", in its forms since 2012. */
public final class TrelloFile {

    /** 64 MiB. Trello exports a thousand actions at most, so that real boards stay far below. */
    public static final long MOST_BYTES = 64L * 1024 * 1024;

    /** In characters: sixty times what Trello takes as a description. */
    static final int LONGEST_TEXT = 1024 * 1024;

    /** Trello needs less than 10. */
    private static final int DEEPEST_NESTING = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_NESTING)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private TrelloFile() {}

    /**
     * Reads to the end of the stream, and leaves it open.
     *
     * @throws NotATrelloBoard where the bytes are no board; never with half a board read
     * @throws IOException where the stream itself fails
     */
    public static TrelloBoard read(InputStream bytes) throws IOException, NotATrelloBoard {
        return read(bytes, false);
    }

    /** As {@link #read}, with what the board tells of its past. */
    public static TrelloBoard readWithActions(InputStream bytes) throws IOException, NotATrelloBoard {
        return read(bytes, true);
    }

    private static TrelloBoard read(InputStream bytes, boolean withActions) throws IOException, NotATrelloBoard {
        SizeLimit source = new SizeLimit(bytes, MOST_BYTES);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), source)) {
            return read(parser, source, withActions);
        } catch (JacksonIOException failure) {
            if (failure.getCause() instanceof SizeLimit.Exceeded) {
                throw new NotATrelloBoard(
                        Reason.TOO_LARGE,
                        "The file is too large: at most %d MB are read.".formatted(MOST_BYTES / 1024 / 1024));
            }
            if (!source.failed()) { // bytes in which the parser finds no encoding
                throw new NotATrelloBoard(Reason.NOT_JSON, "This is not a JSON file: its encoding is unknown.");
            }
            throw failure.getCause();
        }
    }

    private static TrelloBoard read(JsonParser parser, SizeLimit source, boolean withActions) throws NotATrelloBoard {
        boolean begun = false;
        try {
            if (parser.nextToken() == null) {
                throw new NotATrelloBoard(Reason.EMPTY, "The file is empty.");
            }
            JsonCursor json = new JsonCursor(parser);
            if (!json.isObject()) {
                throw BoardReader.noBoard(json.isArray() ? "it is a list of values." : "it is a single value.");
            }
            begun = true;
            TrelloBoard board = new BoardReader(json, withActions).read();
            if (parser.nextToken() != null) {
                throw BoardReader.noBoard("something follows after the board.");
            }
            return board;
        } catch (UnexpectedEndOfInputException end) {
            throw begun ? truncated() : notJson(end);
        } catch (StreamReadException broken) {
            // A word, a number or a character that was cut off is reported as a wrong one.
            boolean atEnd = source.atEnd() && parser.currentLocation().getByteOffset() >= source.bytesRead();
            throw begun && atEnd ? truncated() : notJson(broken);
        } catch (StreamConstraintsException beyond) {
            throw parser.streamReadContext().getNestingDepth() > DEEPEST_NESTING
                    ? new NotATrelloBoard(
                            Reason.TOO_DEEPLY_NESTED,
                            "This is not a board exported from Trello: its values are nested more than %d deep."
                                    .formatted(DEEPEST_NESTING))
                    : new NotATrelloBoard(
                            Reason.TOO_LARGE,
                            "This is not a board exported from Trello: a number, a text or a field's name in it is far too long.");
        }
    }

    private static NotATrelloBoard truncated() {
        return new NotATrelloBoard(
                Reason.TRUNCATED, "The file ends in the middle of the board: export or download it again.");
    }

    private static NotATrelloBoard notJson(StreamReadException at) {
        return new NotATrelloBoard(
                Reason.NOT_JSON,
                "This is not a JSON file (line %d, column %d): choose the file of Trello's \"Export as JSON\"."
                        .formatted(
                                at.getLocation().getLineNr(), at.getLocation().getColumnNr()));
    }
}
