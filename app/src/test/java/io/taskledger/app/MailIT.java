package io.taskledger.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

import io.taskledger.app.product.MailServer;
import io.taskledger.app.product.MailServer.Manner;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever is to be told is told, however often the product dies over it. */
class MailIT {

    private static final String PASSWORD = "rain nor snow nor night";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("/verify\\?token=([\\w-]+)");

    @TempDir
    private Path home;

    /**
     * It dies when the task is shared and nothing mailed; again when the server has the mail and has not said so, which is
     * the one gap that SMTP leaves; then it lives.
     */
    @Test
    void no_mail_is_lost_to_a_kill_and_a_second_copy_is_the_same_mail() throws Exception {
        try (var server = new MailServer()) {
            sharedAndKilled(server);
            assertThat(server.others()).isEmpty();

            server.behave(Manner.SWALLOWING);
            var mails = new ArrayList<MimeMessage>();
            try (var _ = start(server)) {
                mails.add(server.next(PATIENCE));
            }

            server.behave(Manner.POLITE);
            try (var product = start(server)) {
                mails.add(server.next(PATIENCE));
                share(product.rest().signIn("ann", PASSWORD), "Feed the cat");
                // Letters go out in their order: a third copy would have come before.
                mails.add(server.next(PATIENCE));
            }
            mails.addAll(server.others());

            assertThat(subjects(mails))
                    .containsExactly(
                            "Task Shared: Water the ferns",
                            "Task Shared: Water the ferns",
                            "Task Shared: Feed the cat");
            assertThat(mails.get(1).getMessageID())
                    .isNotBlank()
                    .isEqualTo(mails.getFirst().getMessageID())
                    .isNotEqualTo(mails.getLast().getMessageID());
        }
    }

    /** The server greets nobody: what is mailed by the time of the kill is nothing. */
    private void sharedAndKilled(MailServer server) throws Exception {
        try (var product = start(server)) {
            product.rest().register("ann", PASSWORD);
            product.rest().register("bob", PASSWORD);
            verify(product.rest().signIn("bob", PASSWORD), server);
            var ann = product.rest().signIn("ann", PASSWORD);
            server.behave(Manner.SILENT);
            share(ann, "Water the ferns");
            product.kill();
        }
    }

    private static void verify(Rest person, MailServer server) throws Exception {
        person.post("/notifications/send-verification", Map.of()).expecting(200);
        var token = TOKEN.matcher(text(server.next(PATIENCE)));
        assertThat(token.find()).isTrue();
        person.post("/notifications/verify", Map.of("token", token.group(1))).expecting(200);
    }

    private static void share(Rest owner, String title) {
        owner.post(
                        "/tasks/" + owner.createTask(title) + "/share",
                        Map.of("shared_with_username", "bob", "permission", "view"))
                .expecting(201);
    }

    private Product start(MailServer server) {
        return Product.start(
                home,
                Map.of(
                        "TASKLEDGER_SMTP_HOST", "127.0.0.1",
                        "TASKLEDGER_SMTP_PORT", Integer.toString(server.port()),
                        "TASKLEDGER_SMTP_TLS", "none"));
    }

    private static List<String> subjects(List<MimeMessage> mails) throws MessagingException {
        var subjects = new ArrayList<String>();
        for (var mail : mails) {
            subjects.add(mail.getSubject());
        }
        return subjects;
    }

    private static String text(MimeMessage mail) throws IOException, MessagingException {
        return (String) ((Multipart) mail.getContent()).getBodyPart(0).getContent();
    }
}
