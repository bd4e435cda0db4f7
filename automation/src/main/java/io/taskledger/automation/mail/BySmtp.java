package io.taskledger.automation.mail;

import java.time.Duration;
import java.util.Properties;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import io.taskledger.automation.mail.MailSettings.SmtpServer;
import io.taskledger.automation.mail.MailSettings.Tls;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mails go to a server (RFC 5321). */
final class BySmtp implements WayOut {

    /** For each answer of the server; it has ten minutes for the last by RFC 5321 §4.5.3.2, which nobody needs. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A server that is there takes a connection at once; while one is waited for no other mail goes out. */
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private static final int FIRST_PERMANENT = 500;

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final SmtpServer server;

    BySmtp(SmtpServer server) {
        this.server = server;
        sender.setHost(server.host());
        sender.setPort(server.port());
        server.credentials().ifPresent(credentials -> {
            sender.setUsername(credentials.user());
            sender.setPassword(credentials.password());
        });
        sender.setJavaMailProperties(properties(server));
    }

    @Override
    public String name() {
        return server.host() + ":" + server.port();
    }

    @Override
    public void hand(MimeMessage mail) {
        try {
            sender.send(mail);
        } catch (MailSendException failed) {
            refusal(failed).findFirst().ifPresent(refused -> {
                throw new RefusedForGood("the server refuses the recipient: SMTP " + refused.getReturnCode());
            });
            // With a cause of its own it failed as a whole, before it came to any mail.
            if (failed.getCause() instanceof MessagingException) {
                throw new Away(failed);
            }
            throw failed;
        }
    }

    private static Stream<SMTPAddressFailedException> refusal(MailSendException failed) {
        return failed.getFailedMessages().values().stream()
                .flatMap(BySmtp::chain)
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast)
                .filter(refused -> refused.getReturnCode() >= FIRST_PERMANENT);
    }

    /** Mail's exceptions have their own way of coming in rows. */
    private static Stream<Exception> chain(Exception first) {
        return Stream.iterate(
                first,
                one -> one != null,
                one -> one instanceof MessagingException messaging ? messaging.getNextException() : null);
    }

    private static Properties properties(SmtpServer server) {
        var withPassword = server.credentials().isPresent();
        var startTls = server.tls() == Tls.STARTTLS || (server.tls() == Tls.AUTO && withPassword);
        var patience = Long.toString(PATIENCE.toMillis());
        var properties = new Properties();
        properties.setProperty("mail.smtp.auth", Boolean.toString(withPassword));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls || server.tls() == Tls.AUTO));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.tls() == Tls.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", Long.toString(CONNECTING.toMillis()));
        properties.setProperty("mail.smtp.timeout", patience);
        properties.setProperty("mail.smtp.writetimeout", patience);
        // Once the server has the mail, its farewell does not matter.
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }
}
