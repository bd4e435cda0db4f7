package io.taskledger.query.account;

import io.taskledger.messages.UserId;
import org.springframework.stereotype.Component;

/** Who is an admin of the whole instance. */
@Component
public class Admins {

    private final AccountRepository accounts;

    Admins(AccountRepository accounts) {
        this.accounts = accounts;
    }

    public boolean contains(UserId userId) {
        return accounts.findById(userId.text())
                .map(account -> account.details().instanceAdmin())
                .orElse(false);
    }
}
