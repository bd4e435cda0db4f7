package io.taskledger.automation.mail;

import java.util.Collections;
import java.util.List;

import jakarta.mail.internet.MimeMessage;

import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.taskledger.automation.mail.World.ANN;
import static io.taskledger.automation.mail.World.BOB;
import static io.taskledger.automation.mail.World.FERNS;
import static org.assertj.core.api.Assertions.assertThat;

class MailTextsTest {

    private final PostOffice office = new PostOffice();
    private final Inbox inbox = Inbox.open();

    @AfterEach
    void close() {
        inbox.close();
    }

    @Test
    void a_shared_task_is_told_with_who_what_and_how() throws Exception {
        share();

        var mail = delivered();

        assertThat(mail.getSubject()).isEqualTo("Task Shared: Water the ferns");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("bob@example.org");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Taskledger <post@tasks.example.org>");
        assertThat(Inbox.text(mail)).isEqualTo("""
                Hello bob,

                ann shared the task “Water the ferns” with you.
                Permission: view

                Open the task: https://tasks.example.org/tasks/task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE

                --\s
                You get this mail because of your settings in Taskledger.
                Mail settings: https://tasks.example.org/settings/notifications
                """);
        assertThat(Inbox.html(mail))
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .contains("ann shared the task “Water the ferns” with you.<br>Permission: view")
                .contains("href=\"https://tasks.example.org/tasks/task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE\"");
    }

    @Test
    void its_headers_say_that_no_person_wrote_it_and_where_to_get_no_more() throws Exception {
        share();
        var id = office.jdbc
                .sql("select id from automation.letter")
                .query(String.class)
                .single();

        var mail = delivered();

        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@tasks.example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe"))
                .containsExactly("<https://tasks.example.org/settings/notifications>");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(mail.getSentDate().toInstant()).isEqualTo(PostOffice.NOON);
    }

    @Test
    void it_speaks_the_readers_language() throws Exception {
        office.world.speaks(BOB, "de");
        share();

        var mail = delivered();

        assertThat(mail.getSubject()).isEqualTo("Aufgabe geteilt: Water the ferns");
        assertThat(Inbox.text(mail))
                .contains("ann hat die Aufgabe „Water the ferns“ mit Ihnen geteilt.", "Berechtigung: ansehen");
        assertThat(Inbox.html(mail)).contains("<html lang=\"de\">");
        assertThat(mail.getHeader("Content-Language")).containsExactly("de");
    }

    @Test
    void a_completed_task_is_told_to_its_owner() throws Exception {
        new WhenTaskCompletedThenMail(office.notices)
                .on(new TaskCompleted(FERNS), PostOffice.event(new TaskCompleted(FERNS), BOB), office.next());

        var mail = delivered();

        assertThat(mail.getSubject()).isEqualTo("Task Completed: Water the ferns");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ann@example.org");
        assertThat(Inbox.text(mail)).contains("bob completed your task “Water the ferns”.");
    }

    @Test
    void a_long_comment_is_quoted_with_97_characters_and_dots_and_a_short_one_whole() throws Exception {
        comment("ü".repeat(101));
        comment("🌿".repeat(100));

        deliver();

        assertThat(inbox.mails().get(0).getSubject()).isEqualTo("New Comment: Water the ferns");
        assertThat(Inbox.text(inbox.mails().get(0)))
                .contains("bob commented on your task “Water the ferns”:\n> " + "ü".repeat(97) + "...\n");
        assertThat(Inbox.text(inbox.mails().get(1))).contains("\n> " + "🌿".repeat(100) + "\n");
    }

    @Test
    void words_of_people_are_no_markup() {
        office.world.titled("<b>ferns</b> & {0} {{sentence}} 'n \"roses\"");
        comment("<img src=x onerror=alert(1)>\n> quoted\n{{greeting}}");

        deliver();

        assertThat(Inbox.html(inbox.only()))
                .contains("&lt;b&gt;ferns&lt;/b&gt; &amp; {0} {{sentence}}", "&lt;img src", "<div>{{greeting}}</div>")
                .doesNotContain("<b>", "<img");
        assertThat(Inbox.text(inbox.only()))
                .contains(
                        "“<b>ferns</b> & {0} {{sentence}} 'n \"roses\"”",
                        "\n> <img src=x onerror=alert(1)>\n> > quoted\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ferns\r\nBcc: eve@example.org\r\n\r\nHello",
                "ferns\nX-Evil: 1",
                "ferns\u0085X-Evil: 1",
                "ferns\u2028X-Evil: 1",
                "=?UTF-8?B?ZXZpbA0KQmNjOiBldmVAZXhhbXBsZS5vcmc=?=",
                "=?utf-8?q?evil=0D=0ABcc:_eve@example.org?=",
                "\u202eevil",
                "äöü\r\nBcc: eve@example.org"
            })
    void no_title_gets_out_of_its_header(String title) throws Exception {
        office.world.titled(title);
        share();

        var mail = delivered();

        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("bob@example.org");
        assertThat(Collections.list(mail.getAllHeaders()))
                .extracting(header -> header.getName())
                .doesNotContain("Bcc", "X-Evil");
        assertThat(mail.getSubject()).isEqualTo("Task Shared: " + HeaderText.oneLine(title));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ä", "🌿", "a b "})
    void a_long_title_comes_whole_in_lines_that_every_server_takes(String part) throws Exception {
        var title = part.repeat(200).strip();
        office.world.titled(title);
        share();

        var mail = delivered();

        assertThat(mail.getSubject()).isEqualTo("Task Shared: " + title);
        assertThat(mail.getHeader("Subject")[0].split("\r\n"))
                .allSatisfy(line -> assertThat(line.length()).isLessThan(78));
    }

    @Test
    void links_that_were_asked_for_bring_their_token_and_no_way_to_unsubscribe() throws Exception {
        var verify = office.link();
        var reset = office.link();
        office.world.tokens.put(verify + " ann@example.org", "secret-1");
        office.world.tokens.put(reset + " ann@example.org", "secret-2");
        office.outbox.fileLink(LetterKind.VERIFY_EMAIL, ANN, verify);
        office.outbox.fileLink(LetterKind.RESET_PASSWORD, ANN, reset);

        deliver();

        assertThat(inbox.mails())
                .extracting(MimeMessage::getSubject)
                .containsExactly("Verify your Taskledger email address", "Reset your Taskledger password");
        assertThat(Inbox.text(inbox.mails().get(0)))
                .contains("https://tasks.example.org/verify?token=secret-1\n", "24 hours");
        assertThat(Inbox.text(inbox.mails().get(1)))
                .contains("https://tasks.example.org/password-reset?token=secret-2\n", "30 minutes", "“ann”");
        assertThat(inbox.mails().get(0).getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void a_link_goes_out_to_an_address_that_is_not_verified_and_wants_nothing() {
        var link = office.link();
        office.world.reachedAt(ANN, "new@example.org", false);
        office.world.tokens.put(link + " new@example.org", "secret");
        office.outbox.fileLink(LetterKind.VERIFY_EMAIL, ANN, link);

        deliver();

        assertThat(inbox.mails()).hasSize(1);
    }

    @Test
    void an_address_in_another_script_is_written_as_servers_know_it() throws Exception {
        office.world.reachedAt(BOB, "bob@bücher.example", true);
        share();

        assertThat(delivered().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("bob@xn--bcher-kva.example");
    }

    private void share() {
        var event = new TaskShared(FERNS, BOB, Permission.VIEW);
        new WhenTaskSharedThenMail(office.notices).on(event, PostOffice.event(event, ANN), office.next());
    }

    private void comment(String content) {
        var id = CommentId.next(FERNS);
        office.world.comments.put(id, content);
        var event = new CommentAdded(FERNS, id, BOB, content, List.of());
        new WhenCommentedThenMail(office.notices).on(event, PostOffice.event(event, BOB), office.next());
    }

    private MimeMessage delivered() {
        deliver();
        return inbox.only();
    }

    private void deliver() {
        office.deliver(office.postman(inbox.port()));
    }
}
