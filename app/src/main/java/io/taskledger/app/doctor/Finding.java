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

    /** How bad it is; the ordinal is the command's exit code. */
    public enum Verdict {
        OK,
        WARN,
        FAIL
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
