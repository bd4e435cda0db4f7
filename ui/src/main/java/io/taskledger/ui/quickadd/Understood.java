package io.taskledger.ui.quickadd;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.task.Priority;
import io.taskledger.messages.workspace.ListId;

/**
 * A title as it was typed, taken apart.
 *
 * @param title without the pieces, and without quotes that kept something from being understood
 * @param pieces in the order of the text
 */
public record Understood(String title, List<Piece> pieces) {

    public Understood {
        pieces = List.copyOf(pieces);
    }

    public Optional<LocalDate> date() {
        return first(Meaning.Due.class).map(Meaning.Due::date);
    }

    public Optional<LocalTime> time() {
        return first(Meaning.At.class).map(Meaning.At::time);
    }

    public Optional<Priority> priority() {
        return first(Meaning.Important.class).map(Meaning.Important::priority);
    }

    public Optional<ListId> list() {
        return first(Meaning.In.class).map(Meaning.In::list);
    }

    public List<String> tags() {
        return pieces.stream()
                .map(Piece::meaning)
                .filter(Meaning.Tagged.class::isInstance)
                .map(Meaning.Tagged.class::cast)
                .map(Meaning.Tagged::tag)
                .distinct()
                .toList();
    }

    private <M extends Meaning> Optional<M> first(Class<M> kind) {
        return pieces.stream()
                .map(Piece::meaning)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
