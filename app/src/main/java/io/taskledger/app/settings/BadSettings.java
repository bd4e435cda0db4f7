package io.taskledger.app.settings;

import java.util.List;

/** Settings that nothing can be started with: a sentence for each fault, which names the setting. */
public final class BadSettings extends RuntimeException {

    private final List<String> faults;

    BadSettings(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
