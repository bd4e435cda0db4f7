package io.taskledger.app.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

/** The mails of a product without a mail server: each is a file. */
public final class Mailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;

    private Mailbox(Path folder) {
        this.folder = folder;
    }

    public static Mailbox in(Path home) {
        return new Mailbox(home.resolve("data/mail"));
    }

    /** Waits for a mail to the address with a link to the path in it; the link without what is before its path. */
    public String link(String to, String path) {
        var wanted = Pattern.compile(Pattern.quote(path) + "[\\w-]+");
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var found = mails().stream()
                    .flatMap(mail -> text(mail, to).stream())
                    .flatMap(text -> wanted.matcher(text).results())
                    .findFirst();
            if (found.isPresent()) {
                return found.get().group();
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("no mail to " + to + " with " + path + " in it");
    }

    /** The newest first. */
    private List<Path> mails() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted((a, b) ->
                            Long.compare(b.toFile().lastModified(), a.toFile().lastModified()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> text(Path file, String to) {
        try (var content = Files.newInputStream(file)) {
            var mail = new MimeMessage(null, content);
            return mail.getAllRecipients()[0].toString().contains(to)
                    ? Optional.of((String)
                            ((Multipart) mail.getContent()).getBodyPart(0).getContent())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
