package io.taskledger.app.commandline;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import io.taskledger.security.key.PassphraseKey;
import org.jspecify.annotations.Nullable;

/** Where the passphrase of a ledger's file comes from: a file, else the terminal; never the command line, which all see. */
final class Passphrases {

    private Passphrases() {}

    /**
     * The passphrase.
     *
     * @param file its first line is the passphrase; null to ask on the terminal
     * @param twice to ask a second time, so that no slip is sealed in
     * @throws CommandFailed where there is none, or one that is too short
     */
    static String read(@Nullable Path file, boolean twice) {
        var passphrase = file == null ? asked(twice) : firstLine(file);
        if (passphrase.codePointCount(0, passphrase.length()) < PassphraseKey.LEAST_CHARACTERS) {
            throw new CommandFailed("A passphrase has at least " + PassphraseKey.LEAST_CHARACTERS
                    + " characters: whoever has the file" + " may guess for as long as they like.");
        }
        return passphrase;
    }

    private static String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (NoSuchFileException missing) {
            throw new CommandFailed("There is no file " + file + ".");
        } catch (IOException | UncheckedIOException unreadable) {
            throw new CommandFailed(file + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static String asked(boolean twice) {
        var console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> new CommandFailed("There is no terminal to ask for a passphrase on: name a file with"
                        + " --passphrase-file, readable by you alone."));
        var first = console.readPassword("Passphrase: ");
        if (first == null || (twice && !Arrays.equals(first, console.readPassword("Once more: ")))) {
            throw new CommandFailed("That was not the same twice.");
        }
        return new String(first);
    }
}
