package io.taskledger.command.workspace;

import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.WorkspaceRole;
import org.jspecify.annotations.Nullable;

/**
 * Somebody may join.
 *
 * @param user null where an address was invited
 * @param email null where an account was invited
 */
public record Invitation(@Nullable UserId user, @Nullable String email, WorkspaceRole role) {

    static Invitation of(UserId user, WorkspaceRole role) {
        return new Invitation(user, null, role);
    }

    static Invitation of(String email, WorkspaceRole role) {
        return new Invitation(null, email, role);
    }

    boolean isFor(UserId person, MembersAccounts accounts) {
        return email == null ? person.equals(user) : accounts.provedToHave(person, email);
    }

    boolean isFor(String address) {
        return address.equalsIgnoreCase(email);
    }
}
