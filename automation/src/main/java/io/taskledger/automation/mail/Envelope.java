package io.taskledger.automation.mail;

import java.net.IDN;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.springframework.mail.MailPreparationException;

/** Makes a mail of a draft: headers and both parts. */
final class Envelope {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final Layout layout = new Layout();
    private final String from;
    private final String domain;

    Envelope(String from, URI publicUrl) {
        this.from = from;
        this.domain = IDN.toASCII(publicUrl.getHost(), IDN.ALLOW_UNASSIGNED);
    }

    /**
     * @param id of which the Message-ID is made (RFC 5322 §3.6.4): the same id, the same mail
     * @throws WayOut.RefusedForGood where no server could write to such an address
     */
    MimeMessage of(Draft draft, String id, String to, Instant now) {
        try {
            var mail = new MimeMessage(SESSION);
            mail.setFrom(new InternetAddress(from, true));
            mail.setRecipient(Message.RecipientType.TO, address(to));
            mail.setHeader("Subject", HeaderText.encoded(draft.subject()));
            mail.setSentDate(Date.from(now));
            // RFC 3834 §5: nobody's absence notice shall answer.
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("X-Auto-Response-Suppress", "All");
            mail.setHeader("Content-Language", draft.locale().toLanguageTag());
            if (draft.settings().isPresent()) {
                mail.setHeader("List-Unsubscribe", "<" + draft.settings().get() + ">"); // RFC 2369 §3.2
            }
            mail.setContent(parts(draft));
            mail.saveChanges();
            mail.setHeader("Message-ID", "<" + id + "@" + domain + ">");
            return mail;
        } catch (MessagingException unwritable) {
            throw new MailPreparationException("a mail cannot be made", unwritable);
        }
    }

    private MimeMultipart parts(Draft draft) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(layout.text(draft), "UTF-8", "plain");
        var html = new MimeBodyPart();
        html.setText(layout.html(draft), "UTF-8", "html");
        // The last is the one that is shown (RFC 2046 §5.1.4).
        return new MimeMultipart("alternative", text, html);
    }

    private static InternetAddress address(String to) throws MessagingException {
        try {
            var at = to.lastIndexOf('@');
            var ascii = to.substring(0, at + 1) + IDN.toASCII(to.substring(at + 1));
            if (!ascii.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                throw new WayOut.RefusedForGood("the address is beyond ASCII before its @");
            }
            return new InternetAddress(ascii, true);
        } catch (IllegalArgumentException noDomain) {
            throw new WayOut.RefusedForGood("the address has no domain that can be written");
        }
    }
}
