package io.taskledger.app.doctor;

import io.taskledger.app.settings.Setting;
import org.jspecify.annotations.Nullable;

/**
 * What one look has shown.
 *
 * @param about a word or two, always the same ones
 * @param says a sentence
 * @param change the setting that mends it; null where none does
 */
public record Finding(
        Verdict verdict,
        String about,
        String says,
        @Nullable String change) {

    /** How bad it is, the worst last. */
    public enum Verdict {
        OK(0),
        WARN(1),
        FAIL(2);

        private final int exitCode;

        Verdict(int exitCode) {
            this.exitCode = exitCode;
        }

        /** Of a command that found nothing worse. */
        public int exitCode() {
            return exitCode;
        }
    }

    static Finding ok(String about, String says) {
        return new Finding(Verdict.OK, about, says, null);
    }

    static Finding warn(String about, String says) {
        return new Finding(Verdict.WARN, about, says, null);
    }

    static Finding fail(String about, String says) {
        return new Finding(Verdict.FAIL, about, says, null);
    }

    Finding change(Setting setting) {
        return new Finding(verdict, about, says, setting.key());
    }
}
