package io.taskledger.automation.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.MailSendException;

/** Each mail is a file, named by its id: one that is handed over twice is there once. Links in them are secrets. */
final class IntoFolder implements WayOut {

    private final Path folder;

    IntoFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public void hand(MimeMessage mail) {
        try {
            Files.createDirectories(folder, attributes("rwx------"));
            var unfinished = Files.createTempFile(folder, "mail", ".new", attributes("rw-------"));
            try (var out = Files.newOutputStream(unfinished)) {
                mail.writeTo(out);
            }
            Files.move(unfinished, folder.resolve(fileName(mail)), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | MessagingException failed) {
            throw new MailSendException("a mail cannot be written into " + folder, failed);
        }
    }

    private static String fileName(MimeMessage mail) throws MessagingException {
        var id = mail.getMessageID();
        return id.substring(1, id.indexOf('@')) + ".eml";
    }

    private FileAttribute<?>[] attributes(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
