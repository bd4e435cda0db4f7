package io.taskledger.rest.statistics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import io.taskledger.messages.task.StatisticsQuery.CountByDay;
import io.taskledger.messages.task.StatisticsQuery.SumUpOwnTasks;
import io.taskledger.messages.task.StatisticsQuery.SumUpTasks;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatisticsOverRestTest extends RestServer {

    private static final LocalDateTime NOW =
            PretendHouse.NOW.atOffset(ZoneOffset.UTC).toLocalDateTime();
    private static final LocalDate TODAY = NOW.toLocalDate();

    @Test
    void the_figures_are_spelled_as_the_contract_has_them() {
        assertThat(get("/api/v1/tasks/stats").text()).isEqualTo("""
                {"total":3,"completed":1,"incomplete":2,"by_priority":{"low":3},"by_tag":{"home":2},"overdue":1,\
                "tasks_shared":2,"comments_posted":4}""");
        assertThat(house.queries).containsExactly(new SumUpOwnTasks(PretendHouse.NOW, ZoneOffset.UTC));
    }

    @Test
    void the_readers_zone_says_which_day_it_is() {
        get("/api/v1/tasks/stats?time_zone=Pacific/Kiritimati");
        get("/api/v1/tasks/stats?time_zone=Pacific/Niue");

        assertThat(house.queries)
                .containsExactly(new SumUpTasks(NOW.plusHours(14)), new SumUpTasks(NOW.minusHours(11)));
    }

    @Test
    void days_end_with_today() {
        assertThat(get("/api/v1/tasks/stats/daily?days=7&time_zone=Europe/Berlin")
                        .text())
                .isEqualTo("[{\"date\":\"%s\",\"created\":1,\"completed\":2}]".formatted(TODAY));
        assertThat(house.queries)
                .containsExactly(new CountByDay(ZoneId.of("Europe/Berlin"), TODAY.minusDays(6), TODAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?days=0", "?days=367", "?days=", "?time_zone=Mars/Olympus", "?time_zone=%2B02:00"})
    void what_makes_no_sense_is_refused(String query) {
        assertThat(get("/api/v1/tasks/stats/daily" + query).status()).isEqualTo(422);
        assertThat(house.queries).isEmpty();
    }
}
