package io.taskledger.command.workspace;

import java.util.Optional;

import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.WorkspaceId;

/** What a workspace's decisions need of its members' accounts. */
public interface MembersAccounts {

    /** Whose username it is, in any spelling. */
    Optional<UserId> named(String username);

    /** Whether the person proved that mail to the address reaches them. */
    boolean provedToHave(UserId person, String email);

    /** Has the account know, in the same unit of work, that it is a member. */
    void joined(UserId member, WorkspaceId workspace);

    /** Has the account know, in the same unit of work, that it is none any more. */
    void left(UserId member, WorkspaceId workspace);
}
