package io.taskledger.app.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.automation.mail.MailSettings.SmtpServer;

/** Whether a mail server answers. */
final class PostLook {

    private static final String ABOUT = "mail server";
    private static final int PATIENCE_MILLIS = 5_000;

    private PostLook() {}

    static List<Finding> look(TaskledgerSettings settings) {
        return List.of(settings.mail()
                .server()
                .map(PostLook::look)
                .orElseGet(() -> Finding.warn(
                                ABOUT, "none: mails are files, and nobody can verify an address or reset a password")
                        .change(Setting.SMTP_HOST)));
    }

    private static Finding look(SmtpServer server) {
        var where = server.host() + ":" + server.port();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.host(), server.port()), PATIENCE_MILLIS);
            return Finding.ok(ABOUT, where + " answers");
        } catch (IOException away) {
            return Finding.fail(ABOUT, where + " does not answer (" + away.getMessage() + ")")
                    .change(Setting.SMTP_HOST);
        }
    }
}
