package io.taskledger.query.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.account.ProfileCommand.ColourTag;
import io.taskledger.messages.task.OwnTag;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TagEverywhere;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.RestoreTask;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTagged;
import io.taskledger.messages.task.TaskQuery.FindTags;
import io.taskledger.query.Happenings;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projection;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.taskledger.query.history.Doings.does;
import static io.taskledger.query.history.Doings.redo;
import static io.taskledger.query.history.Doings.standing;
import static io.taskledger.query.history.Doings.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Tags with their counts and colours, and what becomes of all tasks that have one, back and forth. */
class TagEverywhereTest {

    private final Actor ann = Doings.somebody();
    private final TagEverywhere everywhere = new TagEverywhere(new Ledger());
    private final List<TaskId> tasks = new ArrayList<>();

    @Test
    void tags_are_told_by_name_with_the_tasks_that_have_them_and_their_colours() {
        task("home", "Garden");
        var done = task("home", "home", "a/b");
        does(ann, new CompleteTask(done));
        does(ann, new DeleteTask(task("home", "gone")));
        does(ann, colour("home", 11), colour("Garden", 3), colour("Garden", null), colour("gone", 2));
        var bob = Doings.somebody();
        does(bob, tagged(TaskId.next(), "bobs"));
        does(bob, new ColourTag(bob.userId(), "home", 5));

        assertThat(tags())
                .containsExactly(
                        new OwnTag("a/b", 1, 0, null), new OwnTag("Garden", 1, 1, null), new OwnTag("home", 2, 1, 11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"renamed", "gar/den, %", "garden", "HOME", "own"})
    void renaming_everywhere_and_undoing_it_leaves_all_as_it_was(String name) {
        task("x", "home", "y");
        task("home", "garden");
        task("garden", "own");
        does(ann, colour("home", 4), colour("own", 7));
        var before = state();

        var outcome = everywhere.rename(ann.userId(), tag("home"), "  " + name + " ");

        assertThat(outcome.changed()).isEqualTo(2);
        assertThat(outcome.refused()).isEmpty();
        assertThat(tags()).extracting(OwnTag::name).contains(name).doesNotContain("home");
        var after = state();
        undo(ann, outcome.action());
        assertThat(state()).isEqualTo(before);
        redo(ann, outcome.action());
        assertThat(state()).isEqualTo(after);
    }

    @Test
    void a_new_name_gets_the_colour_and_one_that_there_is_keeps_its_own() {
        task("home");
        task("garden");
        does(ann, colour("home", 4), colour("old", 9));

        everywhere.rename(ann.userId(), tag("home"), "old");
        assertThat(tags()).containsExactly(new OwnTag("garden", 1, 1, null), new OwnTag("old", 1, 1, 4));

        everywhere.rename(ann.userId(), tag("old"), "garden");
        assertThat(tags()).containsExactly(new OwnTag("garden", 2, 2, null));
    }

    @Test
    void removing_everywhere_and_undoing_it_leaves_all_as_it_was() {
        task("home", "home");
        task("home", "garden");
        does(ann, colour("home", 0));
        var before = state();

        var outcome = everywhere.remove(tag("home"));

        assertThat(outcome.changed()).isEqualTo(2);
        assertThat(tags()).containsExactly(new OwnTag("garden", 1, 1, null));
        undo(ann, outcome.action());
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void what_is_in_the_trash_and_what_is_anothers_stays_as_it_is() {
        task("home");
        var trashed = task("home");
        does(ann, new DeleteTask(trashed));
        var bob = Doings.somebody();
        var bobs = TaskId.next();
        does(bob, tagged(bobs, "home"));

        assertThat(everywhere.remove(tag("home")).changed()).isEqualTo(1);
        settle();

        assertThat(standing(bob, bobs).orElseThrow().tags()).containsExactly("home");
        does(ann, new RestoreTask(trashed));
        assertThat(tags()).containsExactly(new OwnTag("home", 1, 1, null));
    }

    @Test
    void a_tag_called_the_same_again_changes_nothing() {
        task("home");

        assertThat(everywhere.rename(ann.userId(), tag("home"), "home "))
                .returns(0L, TagEverywhere.Outcome::changed)
                .returns(0L, TagEverywhere.Outcome::position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t", "a\0b"})
    void what_is_no_name_is_refused(String name) {
        task("home");

        assertThatThrownBy(() -> everywhere.rename(ann.userId(), tag("home"), name))
                .isInstanceOf(CommandRejected.class);
        assertThatThrownBy(() -> everywhere.rename(ann.userId(), tag("home"), "x".repeat(101)))
                .isInstanceOf(CommandRejected.class);
    }

    private TaskId task(String... tags) {
        var task = TaskId.next();
        does(ann, tagged(task, tags));
        tasks.add(task);
        return task;
    }

    private static CreateTask tagged(TaskId task, String... tags) {
        return new CreateTask(task, null, "Ferns", null, Priority.LOW, null, null, List.of(tags), false);
    }

    private ColourTag colour(String tag, Integer colour) {
        return new ColourTag(ann.userId(), tag, colour);
    }

    private OwnTag tag(String name) {
        return everywhere.find(name).orElseThrow();
    }

    private List<OwnTag> tags() {
        settle();
        return Doings.list(ann, new FindTags(), OwnTag.class);
    }

    /** All that one sees of one's tags. */
    private List<Object> state() {
        var state = new ArrayList<Object>(tags());
        tasks.forEach(task -> state.add(standing(ann, task).orElseThrow()));
        return state;
    }

    private static void settle() {
        Doings.settle();
        new Happenings(ReadSide::bean).settle(Projection.ACCOUNTS);
    }

    private final class Ledger implements TagEverywhere.House {

        @Override
        public List<OwnTag> ask(FindTags query) {
            return tags();
        }

        @Override
        public List<TaskId> ask(FindTagged query) {
            return Doings.list(ann, query, TaskId.class);
        }

        @Override
        public Receipt send(Object command, Map<String, ?> metadata) {
            var all = new HashMap<String, Object>(People.by(ann));
            all.putAll(metadata);
            return ReadSide.bean(CommandGateway.class)
                    .sendAndWait(GenericCommandMessage.asCommandMessage(command).andMetaData(all));
        }
    }
}
