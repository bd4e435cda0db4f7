package io.taskledger.rest.task;

import io.taskledger.messages.task.TaskQuery.SearchTasks;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchOverRestTest extends RestServer {

    private static final String SEARCH = "/api/v1/search";

    @Test
    void what_was_found_comes_with_where() {
        var task = house.has(PretendHouse.task("<b>Water"));

        var answer = get(SEARCH + "?q=water").json();

        assertThat(house.queries).containsExactly(new SearchTasks("water", 0, 20));
        assertThat(answer.path("total").asInt()).isEqualTo(1);
        assertThat(answer.path("limit").asInt()).isEqualTo(20);
        assertThat(answer.path("offset").asInt()).isZero();
        var result = answer.path("results").path(0);
        assertThat(result.path("task").path("id").asString())
                .isEqualTo(task.taskId().text());
        assertThat(result.path("matches").path(0).toString())
                .isEqualTo("{\"field\":\"title\",\"comment_id\":null,\"text\":\"<b>Water\","
                        + "\"highlights\":[{\"start\":3,\"end\":8}]}");
    }

    @Test
    void a_page_is_asked_for_by_limit_and_offset() {
        get(SEARCH + "?q=%25_%5C%20%26%7C!:*()%3C%3E'%22&limit=100&offset=300");

        assertThat(house.queries).containsExactly(new SearchTasks("%_\\ &|!:*()<>'\"", 300, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?q=", "?q=%20", "?q=a&limit=0", "?q=a&limit=101", "?q=a&limit=x", "?q=a&offset=-1"})
    void what_makes_no_sense_is_refused(String query) {
        var answer = get(SEARCH + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").path(0).path("loc").path(1).asString())
                .isEqualTo(query.contains("limit") ? "limit" : query.contains("offset") ? "offset" : "q");
        assertThat(house.queries).isEmpty();
    }

    @Test
    void a_longest_text_is_named() {
        assertThat(get(SEARCH + "?q=" + "a".repeat(200)).status()).isEqualTo(200);
        var refused = get(SEARCH + "?q=" + "a".repeat(201));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("200 characters");
    }
}
