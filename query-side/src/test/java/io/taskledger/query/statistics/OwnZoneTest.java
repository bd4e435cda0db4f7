package io.taskledger.query.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import io.taskledger.messages.Actor;
import io.taskledger.messages.SetTo;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.ProfileCommand.EditProfile;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.StatisticsQuery.SumUpOwnTasks;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ProjectionProgress;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is overdue by the calendar and clock of whoever asks. */
class OwnZoneTest {

    private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");

    private final StatisticsQueries statistics = ReadSide.bean(StatisticsQueries.class);
    private final Actor ann = registered();

    @Test
    void a_profile_without_a_zone_leaves_it_to_who_asks() {
        due(LocalTime.of(13, 0));

        assertThat(overdue(ZoneOffset.UTC)).isZero();
        assertThat(overdue(ZoneId.of("Europe/Berlin"))).isZero();
        assertThat(overdue(ZoneId.of("Europe/Helsinki"))).isOne();
    }

    @Test
    void the_profiles_zone_counts_before_any_other() {
        due(LocalTime.of(13, 0));
        send(new EditProfile(ann.userId(), null, new SetTo<>("Asia/Tokyo"), null));

        assertThat(overdue(ZoneOffset.UTC)).isOne();
    }

    private long overdue(ZoneId otherwise) {
        return statistics
                .handle(new SumUpOwnTasks(NOON, otherwise), ann)
                .orElseThrow()
                .overdue();
    }

    private void due(LocalTime time) {
        send(new CreateTask(
                TaskId.next(), null, "Ferns", null, Priority.LOW, LocalDate.of(2026, 3, 9), time, List.of(), false));
    }

    private static Actor registered() {
        var somebody = People.somebody();
        var name = "z_" + somebody.userId().text().substring(5).toLowerCase(Locale.ROOT);
        await(People.send(somebody, new RegisterUser(somebody.userId(), name, name + "@example.org")));
        return somebody;
    }

    private void send(Object command) {
        await(People.send(ann, command));
    }

    private static void await(long position) {
        for (var projection : List.of(Projection.STATISTICS, Projection.ACCOUNTS)) {
            assertThat(ReadSide.bean(ProjectionProgress.class).await(projection, position, Duration.ofSeconds(10)))
                    .isTrue();
        }
    }
}
