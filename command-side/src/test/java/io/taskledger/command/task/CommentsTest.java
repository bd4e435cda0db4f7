package io.taskledger.command.task;

import java.util.List;
import java.util.stream.IntStream;

import io.taskledger.messages.Changed;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentCommand.DeleteComment;
import io.taskledger.messages.task.CommentCommand.EditComment;
import io.taskledger.messages.task.CommentCommand.RestoreComment;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentDeleted;
import io.taskledger.messages.task.CommentEvent.CommentEdited;
import io.taskledger.messages.task.CommentEvent.CommentRestored;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.TaskRejection.CommentNotFound;
import io.taskledger.messages.task.TaskRejection.CommentNotYours;
import io.taskledger.messages.task.TaskRejection.NotFound;
import io.taskledger.messages.task.TaskRejection.Part;
import io.taskledger.messages.task.TaskRejection.TooManyParts;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.BOB;
import static io.taskledger.command.People.CID;
import static io.taskledger.command.People.by;
import static io.taskledger.command.Refusal.because;
import static io.taskledger.command.task.Tasks.FERNS;
import static io.taskledger.messages.task.Permission.VIEW;

class CommentsTest extends AskedOfTask {

    private static final CommentId COMMENT = CommentId.next(FERNS);

    @Test
    void who_sees_a_task_comments_on_it_once() {
        given(sharedWith(BOB, VIEW))
                .when(new AddComment(FERNS, COMMENT, "All of them?"), by(BOB))
                .expectEvents(commented(BOB, "All of them?"));
        given(sharedWith(BOB, VIEW), commented(BOB, "All of them?"))
                .when(new AddComment(FERNS, COMMENT, "All of them?"), by(BOB))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_was_deleted_is_not_said_anew_by_asking_once_more() {
        given(commented(ANN, "All of them?"), new CommentDeleted(FERNS, COMMENT, ANN, "All of them?"))
                .when(new AddComment(FERNS, COMMENT, "All of them?"), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void to_others_there_is_no_task() {
        given().when(new AddComment(FERNS, COMMENT, "Hi"), by(BOB)).expectException(because(new NotFound(FERNS)));
    }

    @ParameterizedTest
    @CsvSource({
        "'@bob',                      true",
        "'Look, @BOB: dry!',          true",
        "'Ask @bob.',                 true",
        "'(@bob)',                    true",
        "'@bob and @bob and @Bob',    true",
        "'bob',                       false",
        "'mail ann@bob.example',      false",
        "'@bobby',                    false",
        "'@ bob',                     false"
    })
    void whoever_is_called_by_name_is_told_once(String content, boolean called) {
        given(sharedWith(BOB, VIEW))
                .when(new AddComment(FERNS, COMMENT, content), by(ANN))
                .expectEvents(new CommentAdded(FERNS, COMMENT, ANN, content, called ? List.of(BOB) : List.of()));
    }

    @Test
    void neither_the_author_nor_who_may_not_see_it_is_told() {
        given(sharedWith(BOB, VIEW))
                .when(new AddComment(FERNS, COMMENT, "@cid @bob @ann @nobody"), by(ANN))
                .expectEvents(new CommentAdded(FERNS, COMMENT, ANN, "@cid @bob @ann @nobody", List.of(BOB)));
    }

    @Test
    void an_edit_tells_only_who_was_not_called_before() {
        given(sharedWith(BOB, VIEW), sharedWith(CID, VIEW), commented(ANN, "@bob?"))
                .when(new EditComment(FERNS, COMMENT, "@Bob, @cid?"), by(ANN))
                .expectEvents(
                        new CommentEdited(FERNS, COMMENT, ANN, new Changed<>("@bob?", "@Bob, @cid?"), List.of(CID)));
    }

    @Test
    void its_author_edits_a_comment_and_the_same_words_are_no_edit() {
        given(commented(ANN, "All?"))
                .when(new EditComment(FERNS, COMMENT, "All!"), by(ANN))
                .expectEvents(new CommentEdited(FERNS, COMMENT, ANN, new Changed<>("All?", "All!"), List.of()));
        given(commented(ANN, "All?"))
                .when(new EditComment(FERNS, COMMENT, "All?"), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void not_even_the_owner_edits_anothers_comment_but_deletes_it() {
        given(sharedWith(BOB, VIEW), commented(BOB, "All?"))
                .when(new EditComment(FERNS, COMMENT, "None."), by(ANN))
                .expectException(because(new CommentNotYours(COMMENT)))
                .expectNoEvents();
        given(sharedWith(BOB, VIEW), commented(BOB, "All?"))
                .when(new DeleteComment(FERNS, COMMENT), by(ANN))
                .expectEvents(new CommentDeleted(FERNS, COMMENT, BOB, "All?"));
    }

    @Test
    void its_author_deletes_a_comment_and_others_do_not() {
        given(sharedWith(BOB, VIEW), commented(BOB, "All?"))
                .when(new DeleteComment(FERNS, COMMENT), by(BOB))
                .expectEvents(new CommentDeleted(FERNS, COMMENT, BOB, "All?"));
        given(sharedWith(BOB, VIEW), commented(ANN, "All?"))
                .when(new DeleteComment(FERNS, COMMENT), by(BOB))
                .expectException(because(new CommentNotYours(COMMENT)))
                .expectNoEvents();
    }

    @Test
    void who_may_delete_a_comment_brings_it_back_as_its_authors() {
        var gone = new CommentDeleted(FERNS, COMMENT, BOB, "All?");

        given(sharedWith(BOB, VIEW), commented(BOB, "All?"), gone)
                .when(new RestoreComment(FERNS, COMMENT), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(Matchers.payloadsMatching(Matchers.exactSequenceOf(
                        Matchers.<CommentRestored>matches(back -> back.author().equals(BOB)
                                && back.content().equals("All?")
                                && back.editedAt() == null))));
        given(sharedWith(BOB, VIEW), commented(BOB, "All?"))
                .when(new RestoreComment(FERNS, COMMENT), by(BOB))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given(sharedWith(BOB, VIEW), commented(ANN, "All?"), new CommentDeleted(FERNS, COMMENT, ANN, "All?"))
                .when(new RestoreComment(FERNS, COMMENT), by(BOB))
                .expectException(because(new CommentNotYours(COMMENT)))
                .expectNoEvents();
        given().when(new RestoreComment(FERNS, COMMENT), by(ANN))
                .expectException(because(new CommentNotFound(COMMENT)));
    }

    @Test
    void an_author_who_lost_access_neither_edits_nor_deletes() {
        given(sharedWith(BOB, VIEW), commented(BOB, "All?"), new ShareRevoked(FERNS, BOB))
                .when(new EditComment(FERNS, COMMENT, "None."), by(BOB))
                .expectException(because(new CommentNotYours(COMMENT)));
        given(sharedWith(BOB, VIEW), commented(BOB, "All?"), new ShareRevoked(FERNS, BOB))
                .when(new DeleteComment(FERNS, COMMENT), by(BOB))
                .expectException(because(new CommentNotYours(COMMENT)));
    }

    @Test
    void a_comment_that_was_deleted_or_never_was_or_is_not_shown_is_not_there() {
        var refusal = because(new CommentNotFound(COMMENT));

        given().when(new EditComment(FERNS, COMMENT, "None."), by(ANN)).expectException(refusal);
        given(commented(ANN, "All?"), new CommentDeleted(FERNS, COMMENT, ANN, "All?"))
                .when(new DeleteComment(FERNS, COMMENT), by(ANN))
                .expectException(refusal);
        given(commented(ANN, "All?"))
                .when(new DeleteComment(FERNS, COMMENT), by(BOB))
                .expectException(refusal);
        given(commented(ANN, "All?"), Tasks.deleted())
                .when(new EditComment(FERNS, COMMENT, "None."), by(ANN))
                .expectException(refusal);
    }

    @Test
    void a_task_has_5_000_comments_at_most() {
        var many = IntStream.range(0, 5_000)
                .mapToObj(_ -> new CommentAdded(FERNS, CommentId.next(FERNS), ANN, "Hi", List.of()))
                .toArray();

        given(many)
                .when(new AddComment(FERNS, COMMENT, "One more"), by(ANN))
                .expectException(because(new TooManyParts(FERNS, Part.COMMENT, 5_000)))
                .expectNoEvents();
    }

    private static CommentAdded commented(UserId author, String content) {
        return new CommentAdded(FERNS, COMMENT, author, content, List.of());
    }
}
