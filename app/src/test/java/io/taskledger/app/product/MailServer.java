package io.taskledger.app.product;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** As much of SMTP (RFC 5321) as a mail needs, with manners that a test chooses. */
public final class MailServer implements AutoCloseable {

    private final ServerSocket door;
    private final BlockingQueue<MimeMessage> taken = new LinkedBlockingQueue<>();
    private volatile Manner manner = Manner.POLITE;

    /** What it does with who comes. */
    public enum Manner {
        POLITE,
        /** Shows them the door at once. */
        AWAY,
        /** Lets them in and never greets them. */
        SILENT,
        /** Takes a mail and never says so. */
        SWALLOWING
    }

    public MailServer() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::letIn);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void behave(Manner from) {
        manner = from;
    }

    /** The next mail that was handed over whole, whatever was answered. */
    public MimeMessage next(Duration most) throws InterruptedException {
        var mail = taken.poll(most.toMillis(), TimeUnit.MILLISECONDS);
        if (mail == null) {
            throw new AssertionError("no mail within " + most);
        }
        return mail;
    }

    /** What came beside that. */
    public List<MimeMessage> others() {
        return List.copyOf(taken);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void letIn() {
        try {
            while (true) {
                var caller = door.accept();
                Thread.ofVirtual().start(() -> talk(caller));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket caller) {
        try (caller;
                var in = new BufferedReader(
                        new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1))) {
            if (manner == Manner.AWAY) {
                return;
            }
            if (manner == Manner.SILENT) {
                awaitDeath(in);
                return;
            }
            say(caller, "220 ready");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.equals("DATA")) {
                    say(caller, "250 fine");
                    continue;
                }
                say(caller, "354 go on");
                taken.add(mail(in));
                if (manner == Manner.SWALLOWING) {
                    awaitDeath(in);
                    return;
                }
                say(caller, "250 taken");
            }
        } catch (IOException | MessagingException gone) {
            // Who was killed says no farewell.
        }
    }

    private static void awaitDeath(BufferedReader in) throws IOException {
        while (in.readLine() != null) {
            Thread.onSpinWait();
        }
    }

    /** Dots at the start of lines are doubled (§4.5.2); the last line is one alone. */
    private static MimeMessage mail(BufferedReader in) throws IOException, MessagingException {
        var lines = new ArrayList<String>();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line.startsWith(".") ? line.substring(1) : line);
        }
        var bytes = String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);
        return new MimeMessage(null, new ByteArrayInputStream(bytes));
    }

    private static void say(Socket caller, String words) throws IOException {
        caller.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
