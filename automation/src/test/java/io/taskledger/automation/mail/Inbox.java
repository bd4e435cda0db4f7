package io.taskledger.automation.mail;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** A real SMTP server, and what came. */
final class Inbox implements AutoCloseable {

    private final GreenMail server;

    private Inbox(GreenMail server) {
        this.server = server;
        server.start();
    }

    static Inbox open() {
        return new Inbox(new GreenMail(ServerSetup.SMTP.dynamicPort()));
    }

    static Inbox at(int port) {
        return new Inbox(new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)));
    }

    int port() {
        return server.getSmtp().getPort();
    }

    List<MimeMessage> mails() {
        return Arrays.asList(server.getReceivedMessages());
    }

    MimeMessage only() {
        var mails = mails();
        if (mails.size() != 1) {
            throw new AssertionError("one mail expected, but " + mails.size() + " came");
        }
        return mails.getFirst();
    }

    static String text(MimeMessage mail) {
        return part(mail, 0);
    }

    static String html(MimeMessage mail) {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int index) {
        try {
            BodyPart part = ((Multipart) mail.getContent()).getBodyPart(index);
            return part.getContent().toString().replace("\r\n", "\n");
        } catch (IOException | MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
