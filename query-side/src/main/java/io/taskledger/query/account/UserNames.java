package io.taskledger.query.account;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** Names of accounts for answers that tell who did something; events name people by id only. */
@Component
public class UserNames {

    private final AccountRepository accounts;

    UserNames(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** @return user id → username; who is unknown is left out */
    public Map<String, String> of(Collection<String> userIds) {
        return accounts.findAllById(userIds).stream()
                .collect(Collectors.toMap(account -> account.details().userId().text(), AccountEntity::username));
    }

    /** The id of the account of this name, ignoring case. */
    public Optional<String> idOf(String username) {
        return accounts.findFirstByUsernameIgnoreCase(username)
                .map(account -> account.details().userId().text());
    }
}
