package io.taskledger.rest.notification;

import io.taskledger.messages.UserId;
import io.taskledger.messages.account.InboxCommand.MarkNotificationRead;
import io.taskledger.messages.account.InboxCommand.MarkNotificationsRead;
import io.taskledger.messages.notification.Notification;
import io.taskledger.messages.notification.NotificationKind;
import io.taskledger.messages.notification.NotificationQuery.ListNotifications;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InboxOverRestTest extends RestServer {

    private static final String BASE = "/api/v1/notifications";
    private static final TaskId TASK = new TaskId("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE");
    private static final WorkspaceId TEAM = new WorkspaceId("ws-01KAJ4X9T3B6N8R0C2YVHE5G9F");
    private static final UserId BOB = new UserId("user-01KAJ4X9T3B6N8R0C2YVHE5G8E");

    @Test
    void a_notification_tells_who_did_what_and_whether_it_was_read() {
        house.notifications.add(assigned(12));
        house.notifications.add(invited(7));

        var told = get(BASE);

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.text()).isEqualTo("""
                {"notifications":[{"id":12,"kind":"assigned","actor_id":"%s","actor":"bob","task_id":"%s",\
                "task_title":"Water","workspace_id":null,"workspace_name":null,"about":null,\
                "at":"2026-11-21T07:25:23.606479Z","read":false},\
                {"id":7,"kind":"invited","actor_id":null,"actor":null,"task_id":null,"task_title":null,\
                "workspace_id":"%s","workspace_name":"Garden","about":"invitation-1",\
                "at":"2026-11-21T07:25:23.606479Z","read":true}],"total":2,"page":1,"pages":1}""".formatted(BOB, TASK, TEAM));
        assertThat(get(BASE + "/count").text()).isEqualTo("{\"unread\":1}");
    }

    @Test
    void a_page_of_what_was_not_read_is_asked_for() {
        assertThat(get(BASE + "?unread=true&skip=40&limit=20").status()).isEqualTo(200);
        get(BASE);

        assertThat(house.queries)
                .containsExactly(new ListNotifications(true, 40, 20), new ListNotifications(false, 0, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "skip=-1", "unread=perhaps"})
    void a_page_that_makes_no_sense_is_refused(String query) {
        assertThat(get(BASE + "?" + query).status()).isEqualTo(422);
    }

    @Test
    void one_is_read_and_shown_so() {
        house.notifications.add(assigned(12));

        var answer = send("POST", BASE + "/12/read", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("read").asBoolean()).isTrue();
        assertThat(answer.header("Taskledger-Position")).isEqualTo("41");
        assertThat(house.ofAccounts).containsExactly(new MarkNotificationRead(PretendHouse.ANN, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"13", "0", "-1", "x", "99999999999999999999"})
    void what_is_not_ones_own_is_not_there(String id) {
        house.notifications.add(assigned(12));

        assertThat(send("POST", BASE + "/" + id + "/read", "").status()).isEqualTo(404);
        assertThat(house.ofAccounts).isEmpty();
    }

    @Test
    void all_are_read_up_to_the_newest_and_no_further() {
        house.notifications.add(assigned(12));
        house.notifications.add(assigned(9));

        assertThat(send("POST", BASE + "/read-all?up_to=10", "").text()).isEqualTo("{\"unread\":1}");
        assertThat(send("POST", BASE + "/read-all", "").text()).isEqualTo("{\"unread\":0}");
        send("POST", BASE + "/read-all?up_to=99", "");

        assertThat(house.ofAccounts)
                .containsExactly(
                        new MarkNotificationsRead(PretendHouse.ANN, 10),
                        new MarkNotificationsRead(PretendHouse.ANN, 12),
                        new MarkNotificationsRead(PretendHouse.ANN, 12));
    }

    @Test
    void who_has_none_has_read_all_of_them() {
        assertThat(send("POST", BASE + "/read-all", "").text()).isEqualTo("{\"unread\":0}");
        assertThat(house.ofAccounts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "-4", "1.5"})
    void up_to_what_is_no_id_nothing_is_read(String upTo) {
        assertThat(send("POST", BASE + "/read-all?up_to=" + upTo, "").status()).isEqualTo(422);
        assertThat(house.ofAccounts).isEmpty();
    }

    private static Notification assigned(long position) {
        return new Notification(
                position,
                NotificationKind.ASSIGNED,
                BOB,
                "bob",
                TASK,
                "Water",
                null,
                null,
                null,
                PretendHouse.NOW,
                false);
    }

    private static Notification invited(long position) {
        return new Notification(
                position,
                NotificationKind.INVITED,
                null,
                null,
                null,
                null,
                TEAM,
                "Garden",
                "invitation-1",
                PretendHouse.NOW,
                true);
    }
}
