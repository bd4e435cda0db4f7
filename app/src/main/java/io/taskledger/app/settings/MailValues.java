package io.taskledger.app.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import io.taskledger.automation.mail.MailSettings;
import io.taskledger.automation.mail.MailSettings.Credentials;
import io.taskledger.automation.mail.MailSettings.SmtpServer;
import io.taskledger.automation.mail.MailSettings.Tls;

/** What the settings say of mail. */
final class MailValues {

    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_BY_TLS = 465;
    private static final int PLAIN = 25;

    private MailValues() {}

    static MailSettings of(SettingValues values, Path data, URI publicUrl) {
        var from = values.value(
                Setting.MAIL_FROM,
                "Taskledger <taskledger@" + publicUrl.getHost() + ">",
                "an address such as Taskledger <tasks@example.org>",
                MailValues::address);
        return new MailSettings(server(values), from, data.resolve("mail"), publicUrl);
    }

    private static Optional<SmtpServer> server(SettingValues values) {
        var tls = values.value(
                Setting.SMTP_TLS,
                Tls.AUTO,
                "auto, starttls, tls or none",
                text -> Tls.valueOf(text.toUpperCase(Locale.ROOT)));
        var port = values.value(Setting.SMTP_PORT, usual(tls), "a port from 1 to 65535", MailValues::port);
        var host = values.value(Setting.SMTP_HOST, Optional.<String>empty(), "a name or an address", MailValues::host);
        var credentials = credentials(values, tls);
        return host.map(name -> new SmtpServer(name, port, credentials, tls));
    }

    private static Optional<Credentials> credentials(SettingValues values, Tls tls) {
        var user = values.text(Setting.SMTP_USER);
        var password = values.text(Setting.SMTP_PASSWORD);
        if (user.isPresent() != password.isPresent()) {
            var alone = user.isPresent() ? Setting.SMTP_USER : Setting.SMTP_PASSWORD;
            var missing = user.isPresent() ? Setting.SMTP_PASSWORD : Setting.SMTP_USER;
            values.fault(alone, "is set, but " + missing.key() + " is not");
        }
        if (password.isPresent() && tls == Tls.NONE) {
            values.fault(Setting.SMTP_TLS, "is none, but a password must not travel unprotected");
        }
        return user.flatMap(name -> password.map(secret -> new Credentials(name, secret)));
    }

    private static int usual(Tls tls) {
        return switch (tls) {
            case AUTO, STARTTLS -> SUBMISSION;
            case TLS -> SUBMISSION_BY_TLS;
            case NONE -> PLAIN;
        };
    }

    private static int port(String text) {
        var number = Integer.parseInt(text);
        if (number < 1 || number > 65_535) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    private static Optional<String> host(String text) {
        if (!text.matches("[\\p{L}\\p{N}.:\\[\\]_-]+")) {
            throw new IllegalArgumentException();
        }
        return Optional.of(text);
    }

    private static String address(String text) {
        try {
            var address = new InternetAddress(text, true);
            if (!address.getAddress().contains("@") || text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException();
            }
            return text;
        } catch (AddressException no) {
            throw new IllegalArgumentException(no);
        }
    }
}
