package io.taskledger.app.job;

import io.taskledger.messages.UserId;
import io.taskledger.security.Accounts;
import org.jspecify.annotations.Nullable;

/** What operators name in their jobs. */
final class Operands {

    private Operands() {}

    /** @throws JobRefused where nobody is called so */
    static UserId account(Accounts accounts, @Nullable String name) {
        return accounts.find(String.valueOf(name))
                .orElseThrow(() -> new JobRefused("No account has the username or email \"" + name + "\"."));
    }
}
