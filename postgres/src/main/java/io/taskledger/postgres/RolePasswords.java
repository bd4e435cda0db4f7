package io.taskledger.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords of the server's roles, each in a file of its own, mode 600. A lost one is made anew at the next start. */
record RolePasswords(PostgresFolder folder) {

    private static final int BYTES = 32;

    /** 256 bits of chance, fit for a file, a URL and a literal of SQL. */
    static String random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The password in the role's file, which is made where there is none. Under the folder's lock only. */
    String kept(String role) {
        Path file = folder.password(role);
        try {
            OwnerOnly.folder(folder.passwords());
            if (!Files.exists(file) || Files.readString(file).isBlank()) {
                OwnerOnly.write(file, random() + "\n");
            }
            return read(role);
        } catch (IOException e) {
            throw new PostgresUnavailable("The password of " + role + " cannot be kept in " + file + " (" + e + ")", e);
        }
    }

    /** The password in the role's file. */
    String read(String role) {
        Path file = folder.password(role);
        try {
            OwnerOnly.closeToOthers(file);
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new PostgresUnavailable(
                    "The password of " + role + " cannot be read from " + file + " (" + e + ")", e);
        }
    }
}
