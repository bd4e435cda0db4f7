package io.taskledger.automation.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import io.taskledger.messages.Changed;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.account.Preferences;
import io.taskledger.messages.account.QuietHours;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.MailedTask;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.ReminderEvent.Reminded;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskEvent.TaskAssigned;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailSendException;

import static io.taskledger.automation.mail.World.ANN;
import static io.taskledger.automation.mail.World.BOB;
import static io.taskledger.automation.mail.World.FERNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutboxTest {

    private static final LocalDate MARCH_9 = LocalDate.of(2026, 3, 9);

    private final PostOffice office = new PostOffice();
    private final Carrier carrier = new Carrier();
    private final Postman postman = office.postman(carrier);

    @Test
    void one_event_never_gives_two_mails_to_one_person() {
        var event = shared();
        share(event);
        share(event);

        office.deliver(postman);

        assertThat(carrier.subjects).containsExactly("Task Shared: Water the ferns");
        assertThat(office.state()).isEqualTo("sent");
    }

    @Test
    void the_outbox_holds_ids_and_no_words() {
        share(shared());

        var row = office.jdbc
                .sql("select l::text || r::text from automation.letter l, automation.letter_reason r")
                .query(String.class)
                .single();

        assertThat(row).contains(BOB.text(), ANN.text(), FERNS.text()).doesNotContain("Water", "example.org", "bob,");
    }

    @Test
    void nobody_is_told_of_their_own_doings() {
        complete(PostOffice.event(new TaskCompleted(FERNS), ANN));
        comment(ANN, List.of(ANN));

        assertThat(office.letters()).isZero();
    }

    @Test
    void who_does_many_at_once_writes_no_mail_for_each() {
        complete(PostOffice.inBulk(PostOffice.event(new TaskCompleted(FERNS), BOB)));

        assertThat(office.letters()).isZero();
    }

    @Test
    void what_is_not_wanted_leaves_no_trace() {
        office.world.prefers(ANN, Preferences.atFirst());
        complete(PostOffice.event(new TaskCompleted(FERNS), BOB));
        office.world.prefers(ANN, new Preferences(false, List.of(MailKind.values()), null));
        comment(BOB, List.of());
        office.world.reachedAt(BOB, "bob@example.org", false);
        share(shared());

        assertThat(office.letters()).isZero();
    }

    @Test
    void an_owner_who_is_mentioned_gets_one_mail_of_the_comment_and_others_theirs() {
        comment(BOB, List.of(ANN, BOB));
        office.deliver(postman);
        office.pass(Outbox.GATHERING);
        office.deliver(postman);

        assertThat(carrier.subjects).containsExactly("New Comment: Water the ferns");

        comment(ANN, List.of(BOB));
        office.pass(Outbox.GATHERING);
        office.deliver(postman);

        assertThat(carrier.subjects)
                .containsExactly("New Comment: Water the ferns", "You were mentioned: Water the ferns");
    }

    @Test
    void an_owner_who_wants_mentions_alone_gets_the_mention() {
        office.world.prefers(ANN, new Preferences(true, List.of(MailKind.MENTIONED), null));
        comment(BOB, List.of(ANN));
        office.pass(Outbox.GATHERING);
        office.deliver(postman);

        assertThat(carrier.subjects).containsExactly("You were mentioned: Water the ferns");
    }

    @Test
    void other_news_of_some_minutes_are_one_mail() {
        assign(BOB);
        comment(ANN, List.of(BOB));
        assign(BOB);
        office.deliver(postman);
        assertThat(carrier.subjects).isEmpty();

        office.pass(Outbox.GATHERING);
        office.deliver(postman);

        assertThat(carrier.subjects).containsExactly("News from your tasks");
        assertThat(Inbox.text(carrier.mails.getFirst()))
                .containsOnlyOnce("ann assigned the task “Water the ferns” to you.")
                .containsOnlyOnce("ann mentioned you in a comment");
    }

    @Test
    void a_reminder_hurries_and_takes_along_what_is_gathered() {
        office.world.seen.put(
                BOB, new MailedTask(FERNS, "Water the ferns", false, Optional.of(Permission.VIEW), BOB, MARCH_9, null));
        assign(BOB);
        new WhenRemindedThenMail(office.notices)
                .on(new Reminded(FERNS, ReminderId.next(FERNS), BOB, MARCH_9, null), reminded(), office.next());
        office.pass(Outbox.GATHERING_REMINDERS);
        office.deliver(postman);

        assertThat(carrier.subjects).containsExactly("News from your tasks");
        assertThat(Inbox.text(carrier.mails.getFirst())).contains("March 9, 2026");
    }

    @Test
    void what_came_to_nothing_within_these_minutes_is_not_told() {
        assign(BOB);
        var task = office.world.seen.get(BOB);
        office.world.seen.put(BOB, new MailedTask(FERNS, task.title(), false, task.permission(), null, null, null));
        office.pass(Outbox.GATHERING);
        office.deliver(postman);

        assertThat(carrier.subjects).isEmpty();
        assertThat(office.state()).isEqualTo("withheld");
    }

    @Test
    void who_lost_access_meanwhile_is_told_nothing() {
        share(shared());
        office.world.seen.remove(BOB);

        office.deliver(postman);

        assertThat(carrier.subjects).isEmpty();
        assertThat(office.state()).isEqualTo("withheld");
        assertThat(office.note()).contains("there is nothing to tell any more");
    }

    @Test
    void nobody_gets_the_link_of_an_account_that_there_is_not() {
        office.outbox.fileLink(LetterKind.RESET_PASSWORD, UserId.next(), office.link());

        office.deliver(postman);

        assertThat(office.state()).isEqualTo("withheld");
    }

    @Test
    void a_link_that_was_replaced_is_not_sent() {
        office.outbox.fileLink(LetterKind.RESET_PASSWORD, ANN, office.link());

        office.deliver(postman);

        assertThat(office.state()).isEqualTo("withheld");
        assertThat(carrier.subjects).isEmpty();
    }

    @Test
    void a_server_that_was_away_gets_the_mail_once_when_it_is_back() throws MessagingException {
        var port = freePort();
        var smtp = office.postman(port);
        share(shared());
        for (var minutes = 0; minutes < 5; minutes++) {
            office.deliver(smtp);
            assertThat(office.state()).isEqualTo("waiting");
            assertThat(office.note()).contains("MailSendException: ConnectException");
            office.pass(Duration.ofMinutes(1));
        }
        office.deliver(smtp);
        // However long it was away: within ten seconds of its return.
        office.pass(Duration.ofSeconds(5));
        try (var inbox = Inbox.at(port)) {
            office.deliver(smtp);
            office.deliver(smtp);

            assertThat(inbox.only().getSubject()).isEqualTo("Task Shared: Water the ferns");
            assertThat(office.state()).isEqualTo("sent");
        }
    }

    @Test
    void what_the_server_cannot_take_now_is_tried_again_more_and_more_seldom() {
        carrier.fault = new MailSendException("451 try again later");
        share(shared());
        for (var pause : List.of(10, 30, 90, 270)) {
            assertThat(postman.deliverOne()).isTrue();
            assertThat(office.state()).isEqualTo("waiting");
            office.pass(Duration.ofSeconds(pause).minusSeconds(1));
            assertThat(postman.deliverOne())
                    .as("before %s seconds have passed", pause)
                    .isFalse();
            office.pass(Duration.ofSeconds(1));
        }
        carrier.fault = null;
        office.deliver(postman);
        assertThat(office.state()).isEqualTo("sent");
    }

    @Test
    void after_three_days_a_mail_is_given_up_for_all_to_see() {
        var smtp = office.postman(freePort());
        share(shared());
        office.deliver(smtp);
        office.pass(WaitingLetters.GIVEN_UP_AFTER.plusSeconds(1));

        office.deliver(smtp);

        assertThat(office.state()).isEqualTo("given_up");
        assertThat(smtp.deliverOne()).isFalse();
    }

    @Test
    void a_recipient_whom_the_server_refuses_is_not_tried_again() {
        carrier.fault = new WayOut.RefusedForGood("the server refuses the recipient: SMTP 550");
        share(shared());

        office.deliver(postman);

        assertThat(office.state()).isEqualTo("refused");
        assertThat(office.note()).contains("the server refuses the recipient: SMTP 550");
    }

    @Test
    void an_address_that_no_server_could_take_is_refused() {
        office.world.reachedAt(BOB, "böb@example.org", true);
        share(shared());

        office.deliver(postman);

        assertThat(office.state()).isEqualTo("refused");
        assertThat(carrier.subjects).isEmpty();
    }

    @Test
    void a_sender_that_dies_loses_nothing_and_the_second_copy_is_the_same_mail() throws MessagingException {
        share(shared());
        carrier.afterwards = () -> {
            throw new StackOverflowError("killed between the server's answer and the commit");
        };
        assertThatThrownBy(postman::deliverOne).isInstanceOf(StackOverflowError.class);
        assertThat(office.state()).isEqualTo("waiting");
        carrier.afterwards = () -> {};

        office.deliver(office.postman(carrier));

        assertThat(carrier.mails).hasSize(2);
        assertThat(carrier.mails.get(1).getMessageID())
                .isEqualTo(carrier.mails.get(0).getMessageID());
        assertThat(office.state()).isEqualTo("sent");
    }

    @Test
    void of_many_senders_each_mail_is_ones() throws Exception {
        IntStream.range(0, 60).forEach(_ -> share(shared()));
        try (var nodes = Executors.newFixedThreadPool(4)) {
            var rounds = IntStream.range(0, 4)
                    .mapToObj(_ -> nodes.submit(() -> office.deliver(office.postman(carrier))))
                    .toList();
            for (var round : rounds) {
                round.get();
            }
        }
        var ids = new ArrayList<String>();
        for (var mail : carrier.mails) {
            ids.add(mail.getMessageID());
        }

        assertThat(ids).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void in_the_quiet_hours_mail_is_kept_back_and_goes_out_when_they_end() {
        office.world.quiet(BOB, new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)), "America/New_York");
        office.itIs(Instant.parse("2026-03-03T03:30:00Z")); // 22:30 there
        share(shared());

        office.deliver(postman);
        assertThat(office.state()).isEqualTo("waiting");
        office.itIs(Instant.parse("2026-03-03T11:59:59Z"));
        office.deliver(postman);
        assertThat(carrier.subjects).isEmpty();
        office.itIs(Instant.parse("2026-03-03T12:00:00Z"));
        office.deliver(postman);

        assertThat(carrier.subjects).hasSize(1);
    }

    @Test
    void a_quiet_time_of_the_whole_day_ends_once_a_day() {
        office.world.quiet(BOB, new QuietHours(LocalTime.of(8, 0), LocalTime.of(8, 0)), "UTC");
        share(shared());

        office.deliver(postman);
        assertThat(carrier.subjects).isEmpty();
        office.itIs(Instant.parse("2026-03-03T08:00:00Z"));
        office.deliver(postman);

        assertThat(carrier.subjects).hasSize(1);
    }

    @Test
    void who_waits_for_a_link_gets_it_in_the_quiet_hours_too() {
        office.world.quiet(ANN, new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT), "UTC");
        var link = office.link();
        office.world.tokens.put(link + " ann@example.org", "secret");
        office.outbox.fileLink(LetterKind.RESET_PASSWORD, ANN, link);

        office.deliver(postman);

        assertThat(carrier.subjects).containsExactly("Reset your Taskledger password");
    }

    @Test
    void what_is_rolled_back_is_not_filed() {
        office.transaction.executeWithoutResult(status -> {
            share(shared());
            status.setRollbackOnly();
        });

        assertThat(office.letters()).isZero();
    }

    @Test
    void mails_that_ended_long_ago_are_forgotten_and_waiting_ones_never() {
        share(shared());
        office.deliver(postman);
        share(shared());
        office.pass(Duration.ofDays(91));

        office.outbox.sweep();

        assertThat(office.state()).isEqualTo("waiting");
    }

    private static EventMessage<Object> shared() {
        return PostOffice.event(new TaskShared(FERNS, BOB, Permission.VIEW), ANN);
    }

    private void share(EventMessage<Object> event) {
        new WhenTaskSharedThenMail(office.notices).on((TaskShared) event.getPayload(), event, office.next());
    }

    private void complete(EventMessage<Object> event) {
        new WhenTaskCompletedThenMail(office.notices).on((TaskCompleted) event.getPayload(), event, office.next());
    }

    private void comment(UserId author, List<UserId> mentioned) {
        var id = CommentId.next(FERNS);
        office.world.comments.put(id, "How are they?");
        var event = new CommentAdded(FERNS, id, author, "How are they?", mentioned);
        new WhenCommentedThenMail(office.notices).on(event, PostOffice.event(event, author), office.next());
    }

    private static EventMessage<Object> reminded() {
        return new GenericEventMessage<>("the system's");
    }

    private void assign(UserId assignee) {
        var event = new TaskAssigned(FERNS, new Changed<>(null, assignee));
        new WhenAssignedThenMail(office.notices).on(event, PostOffice.event(event, ANN), office.next());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes every mail, unless a test has it fail. */
    private static final class Carrier implements WayOut {

        final List<MimeMessage> mails = Collections.synchronizedList(new ArrayList<>());
        final List<String> subjects = Collections.synchronizedList(new ArrayList<>());
        RuntimeException fault;
        Runnable afterwards = () -> {};

        @Override
        public String name() {
            return "a carrier";
        }

        @Override
        public void hand(MimeMessage mail) {
            Optional.ofNullable(fault).ifPresent(one -> {
                throw one;
            });
            try {
                mails.add(mail);
                subjects.add(mail.getSubject());
            } catch (MessagingException unreadable) {
                throw new MailSendException("unreadable", unreadable);
            }
            afterwards.run();
        }
    }
}
