package io.taskledger.security;

import java.util.Arrays;
import java.util.Optional;

/** What a token that somebody made for a program lets it do: never more than the person may. */
public enum Scope {
    TASKS_READ("tasks:read"),
    TASKS_WRITE("tasks:write"),
    ACCOUNT_READ("account:read"),
    ACCOUNT_WRITE("account:write"),
    ADMIN("admin");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** As clients write it, and as it is stored. */
    public String text() {
        return text;
    }

    /** Empty where none is called so. */
    public static Optional<Scope> named(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }
}
