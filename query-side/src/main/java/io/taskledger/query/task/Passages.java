package io.taskledger.query.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.Passage;
import io.taskledger.messages.task.Passage.Mark;
import io.taskledger.messages.task.Passage.Place;
import io.taskledger.messages.task.TaskDetails;
import org.jspecify.annotations.Nullable;

/** Where in tasks the words of a search stand: plain text and places in it, so that nobody's text becomes markup. */
final class Passages {

    private static final int MOST = 8;
    private static final int MOST_MARKS = 50;
    private static final int LONGEST = 200;
    private static final int BEFORE = 60;

    private final SearchWords words;

    Passages(SearchWords words) {
        this.words = words;
    }

    /** As far as there are not too many, the weightiest first. */
    List<Passage> of(TaskDetails task) {
        return Stream.of(
                        Stream.of(passage(Place.TITLE, null, task.title())),
                        task.tags().stream().map(tag -> passage(Place.TAG, null, tag)),
                        Stream.ofNullable(task.description()).map(text -> passage(Place.DESCRIPTION, null, text)),
                        task.comments().stream().map(said -> passage(Place.COMMENT, said.commentId(), said.content())))
                .flatMap(places -> places)
                .flatMap(Optional::stream)
                .limit(MOST)
                .toList();
    }

    private Optional<Passage> passage(Place place, @Nullable CommentId comment, String text) {
        var marks = marks(text);
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        int from = text.length() <= LONGEST ? 0 : whole(text, marks.getFirst().start() - BEFORE);
        int to = whole(text, Math.max(from + LONGEST, marks.getFirst().end()));
        return Optional.of(new Passage(
                place,
                comment,
                text.substring(from, to),
                marks.stream()
                        .filter(mark -> mark.end() <= to)
                        .limit(MOST_MARKS)
                        .map(mark -> new Mark(mark.start() - from, mark.end() - from))
                        .toList()));
    }

    /** In order, those that touch one another as one. */
    private List<Mark> marks(String text) {
        var folded = Folding.of(text);
        var all = new ArrayList<Mark>();
        for (var word : words.words()) {
            for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length())) {
                all.add(new Mark(at, at + word.length()));
            }
        }
        all.sort(Comparator.comparingInt(Mark::start));
        var apart = new ArrayList<Mark>();
        for (var mark : all) {
            if (!apart.isEmpty() && mark.start() <= apart.getLast().end()) {
                var last = apart.removeLast();
                apart.add(new Mark(last.start(), Math.max(last.end(), mark.end())));
            } else {
                apart.add(mark);
            }
        }
        return apart;
    }

    /** Within the text, and not in the middle of a character. */
    private static int whole(String text, int at) {
        int within = Math.clamp(at, 0, text.length());
        boolean split = within > 0
                && within < text.length()
                && Character.isSurrogatePair(text.charAt(within - 1), text.charAt(within));
        return split ? within - 1 : within;
    }
}
