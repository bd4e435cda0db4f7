package io.taskledger.rest.tag;

import java.util.List;
import java.util.stream.Stream;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.account.ProfileCommand.ColourTag;
import io.taskledger.messages.task.CompensateTask;
import io.taskledger.messages.task.TagCommand.RenameTag;
import io.taskledger.messages.task.TagCommand.UntagTask;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTagged;
import io.taskledger.messages.task.TaskRejection.NotPermitted;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.taskledger.rest.PretendHouse.ANN;
import static org.assertj.core.api.Assertions.assertThat;

/** The tags of all tasks that one owns. The house has {@code home}, with a colour, and {@code a/b, c}. */
class OwnTagsOverRestTest extends RestServer {

    private static final String TAGS = "/api/v1/tags";
    private static final String HOME = TAGS + "?tag=home";

    private final TaskId ferns = TaskId.next();

    @Test
    void tags_are_listed_with_counts_and_colours() {
        assertThat(get(TAGS).json().toString()).isEqualTo("""
                        [{"name":"a/b, c","tasks":1,"open":0,"colour":null},\
                        {"name":"home","tasks":2,"open":1,"colour":3}]""");
    }

    @Test
    void more_than_a_thousand_tasks_are_renamed_as_one_action() {
        Stream.generate(TaskId::next).limit(1_100).forEach(task -> house.has(PretendHouse.task("Water", task)));

        var answer = send("PATCH", HOME, json("{'name': ' house '}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Taskledger-Position")).isEqualTo("77");
        assertThat(answer.json().path("changed").asInt()).isEqualTo(1_100);
        assertThat(answer.json().path("refused").isEmpty()).isTrue();
        assertThat(past.commands)
                .containsExactlyElementsOf(house.tasks.keySet().stream()
                        .map(task -> new CompensateTask(task, List.of(new RenameTag(task, "home", "house"))))
                        .toList());
        assertThat(house.ofAccounts).containsExactly(new ColourTag(ANN, "house", 3));
        assertThat(past.metadata)
                .allSatisfy(metadata -> assertThat(metadata)
                        .containsEntry(MetadataKeys.BULK, "true")
                        .containsEntry(
                                MetadataKeys.ACTION_ID,
                                answer.json().path("action_id").asString()));
    }

    @Test
    void where_one_task_refuses_each_is_asked_for_itself() {
        var roses = TaskId.next();
        house.has(PretendHouse.task("Water", ferns));
        house.has(PretendHouse.task("Prune", roses));
        past.refusals.add(new NotPermitted(roses));

        var answer = send("DELETE", HOME, "").json();

        assertThat(past.commands).isEmpty();
        assertThat(house.commands).containsExactly(new UntagTask(ferns, "home"), new UntagTask(roses, "home"));
        assertThat(answer.path("changed").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b, c", "home"})
    void a_merge_leaves_the_looks_of_the_tag_that_stays(String into) {
        house.has(PretendHouse.task("Water", ferns));

        var answer = send("PATCH", HOME, json("{'name': '" + into + "'}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/tag/name").asString()).isEqualTo(into);
        assertThat(house.ofAccounts).isEmpty();
    }

    @Test
    void a_colour_alone_is_no_action_and_null_takes_it_away() {
        var answer = send("PATCH", TAGS + "?tag=a%2Fb%2C%20c", json("{'colour': 11}"));
        send("PATCH", HOME, json("{'colour': null}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("action_id").isNull()).isTrue();
        assertThat(house.ofAccounts)
                .containsExactly(new ColourTag(ANN, "a/b, c", 11), new ColourTag(ANN, "home", null));
        assertThat(house.commands).isEmpty();
    }

    @Test
    void a_new_name_gets_the_colour_that_comes_with_it() {
        house.has(PretendHouse.task("Water", ferns));

        send("PATCH", HOME, json("{'name': 'house', 'colour': 0}"));

        assertThat(house.ofAccounts.getLast()).isEqualTo(new ColourTag(ANN, "house", 0));
        assertThat(house.commands).containsExactly(new RenameTag(ferns, "home", "house"));
    }

    @Test
    void a_tag_is_taken_off_everywhere_and_who_may_not_is_told_of_which_task() {
        house.has(PretendHouse.task("Water", ferns));

        assertThat(send("DELETE", HOME, "").json().path("changed").asInt()).isEqualTo(1);
        assertThat(house.commands).containsExactly(new UntagTask(ferns, "home"));

        house.fault = new CommandRejected(new NotPermitted(ferns));
        var refused = send("DELETE", HOME, "").json();
        assertThat(refused.path("action_id").isNull()).isTrue();
        assertThat(refused.path("changed").asInt()).isZero();
        assertThat(refused.at("/refused/0/task_id").asString()).isEqualTo(ferns.text());
        assertThat(refused.at("/refused/0/status").asInt()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?tag=home  | {}                              | 400",
                "?tag=home  | {'nmae': 'x'}                   | 400",
                "?tag=home  | {'name': null}                  | 422",
                "?tag=home  | {'name': ' '}                   | 422",
                "?tag=home  | {'name': 7}                     | 422",
                "?tag=home  | {'name': 'house', 'colour': 12} | 422",
                "?tag=home  | {'colour': -1}                  | 422",
                "?tag=home  | {'colour': 1.5}                 | 422",
                "?tag=home  | {'colour': 'red'}               | 422",
                "''         | {'name': 'house'}               | 422",
                "?tag=%FF   | {'name': 'house'}               | 422",
                "?tag=Home  | {'name': 'house'}               | 404",
                "?tag=      | {'name': 'house'}               | 404"
            })
    void what_cannot_be_is_refused_before_anything_is_done(String query, String body, int status) {
        house.has(PretendHouse.task("Water", ferns));

        assertThat(send("PATCH", TAGS + query, json(body)).status()).isEqualTo(status);
        assertThat(house.commands).isEmpty();
        assertThat(house.ofAccounts).isEmpty();
    }

    @Test
    void a_name_may_have_a_hundred_characters_and_no_more() {
        assertThat(send("PATCH", HOME, json("{'name': '" + "x".repeat(100) + "'}"))
                        .status())
                .isEqualTo(200);
        var refused = send("PATCH", HOME, json("{'name': '" + "x".repeat(101) + "'}"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/loc").toString()).isEqualTo("[\"body\",\"name\"]");
    }

    @Test
    void under_a_key_it_is_done_once() {
        house.has(PretendHouse.task("Water", ferns));

        var first = send("DELETE", HOME, "", "Idempotency-Key", "once");
        var again = send("DELETE", HOME, "", "Idempotency-Key", "once");

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(house.commands).hasSize(1).allMatch(TaskCommand.class::isInstance);
        assertThat(house.queries).filteredOn(FindTagged.class::isInstance).hasSize(1);
        assertThat(List.of(first.status(), again.status())).containsOnly(200);
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
