package io.taskledger.command.task;

import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.taskledger.messages.Changed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.task.TaskCommand.NameVersion;
import io.taskledger.messages.task.TaskEvent.VersionNamed;
import io.taskledger.messages.task.TaskRejection.NotFound;
import io.taskledger.messages.task.TaskRejection.NotPermitted;
import io.taskledger.messages.task.TaskRejection.Part;
import io.taskledger.messages.task.TaskRejection.TooManyParts;
import io.taskledger.messages.task.TaskRejection.VersionNotFound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.BOB;
import static io.taskledger.command.People.by;
import static io.taskledger.command.Refusal.because;
import static io.taskledger.command.task.Tasks.FERNS;
import static io.taskledger.messages.task.Permission.EDIT;
import static io.taskledger.messages.task.Permission.VIEW;

class VersionNamesTest extends AskedOfTask {

    @Test
    void who_may_edit_names_a_version_and_renames_it_and_takes_the_name_away() {
        given(sharedWith(BOB, EDIT)).when(name(0, " Draft "), by(BOB)).expectEvents(named(0, null, "Draft"));
        given(named(0, null, "Draft")).when(name(0, "Final"), by(ANN)).expectEvents(named(0, "Draft", "Final"));
        given(named(0, null, "Draft")).when(name(0, null), by(ANN)).expectEvents(named(0, "Draft", null));
    }

    @Test
    void nothing_happens_where_it_has_that_name_or_none_already() {
        given(named(0, null, "Draft"))
                .when(name(0, "Draft"), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given().when(name(0, null), by(ANN)).expectSuccessfulHandlerExecution().expectNoEvents();
        given(named(0, null, "Draft"), named(0, "Draft", null))
                .when(name(0, null), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void several_versions_may_have_the_same_name() {
        given(Tasks.completed(), named(0, null, "Draft"))
                .when(name(1, "Draft"), by(ANN))
                .expectEvents(named(1, null, "Draft"));
    }

    @Test
    void who_may_only_look_names_nothing_and_for_others_there_is_nothing() {
        given(sharedWith(BOB, VIEW)).when(name(0, "Draft"), by(BOB)).expectException(because(new NotPermitted(FERNS)));
        given().when(name(0, "Draft"), by(BOB)).expectException(because(new NotFound(FERNS)));
        given(Tasks.deleted()).when(name(0, "Draft"), by(ANN)).expectException(because(new NotFound(FERNS)));
    }

    @Test
    void what_never_was_and_what_only_named_another_is_no_version() {
        given().when(name(1, "Draft"), by(ANN)).expectException(because(new VersionNotFound(FERNS, 1)));
        given().when(name(-1, "Draft"), by(ANN)).expectException(because(new VersionNotFound(FERNS, -1)));
        given(named(0, null, "Draft"))
                .when(name(1, "Draft"), by(ANN))
                .expectException(because(new VersionNotFound(FERNS, 1)));
    }

    @Test
    void a_task_has_200_names_at_most_and_each_can_be_given_anew() {
        var many = Stream.concat(
                        LongStream.range(0, 200).mapToObj(_ -> (Object) Tasks.completed()),
                        LongStream.range(0, 200).mapToObj(version -> named(version, null, "Draft")))
                .toArray();

        given(many)
                .when(name(200, "Draft"), by(ANN))
                .expectException(because(new TooManyParts(FERNS, Part.VERSION_NAME, 200)));
        given(many).when(name(199, "Final"), by(ANN)).expectEvents(named(199, "Draft", "Final"));
    }

    private static NameVersion name(long version, @Nullable String name) {
        return new NameVersion(FERNS, version, name);
    }

    private static VersionNamed named(long version, @Nullable String from, @Nullable String to) {
        return new VersionNamed(FERNS, SubjectId.of(ANN), version, new Changed<>(from, to));
    }
}
