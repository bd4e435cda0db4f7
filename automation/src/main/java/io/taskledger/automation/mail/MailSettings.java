package io.taskledger.automation.mail;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the operator decides about mail.
 *
 * @param server empty: each mail is a file in the folder
 * @param from who mails come from, such as {@code Taskledger <tasks@example.org>} (RFC 5322 §3.4)
 * @param publicUrl where links lead: no slash at its end
 */
public record MailSettings(Optional<SmtpServer> server, String from, Path folder, URI publicUrl) {

    /** How the connection to the server is protected. */
    public enum Tls {
        /** By STARTTLS where the server offers it; a password is never sent without. */
        AUTO,
        /** By STARTTLS (RFC 3207), or not at all. */
        STARTTLS,
        /** From the first byte on (RFC 8314 §3.3). */
        TLS,
        /** Never. */
        NONE
    }

    /** @param credentials empty: the server asks for none */
    public record SmtpServer(String host, int port, Optional<Credentials> credentials, Tls tls) {}

    public record Credentials(String user, String password) {

        /** Without the password: this text ends up in logs. */
        @Override
        public String toString() {
            return "Credentials[" + user + "]";
        }
    }
}
