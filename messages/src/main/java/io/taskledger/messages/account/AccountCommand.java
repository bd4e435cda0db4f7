package io.taskledger.messages.account;

import java.time.Instant;
import java.util.Optional;

import io.taskledger.messages.FieldRules;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an account. Secrets stay out of it: who sends these has checked them already. */
public sealed interface AccountCommand
        permits AccountCommand.RegisterUser,
                AccountCommand.StartSession,
                AccountCommand.EndSession,
                AccountCommand.GrantInstanceAdmin,
                AccountCommand.VerifyEmail,
                AccountCommand.ChangeEmail,
                AccountCommand.RecordNewPassword,
                AccountCommand.DeleteAccount,
                ProfileCommand,
                InboxCommand {

    UserId userId();

    /**
     * @param username 3 to 50 letters, digits, dots, dashes and underscores of any script; unique ignoring case
     * @param email at most 100 characters; unique ignoring case
     */
    record RegisterUser(@TargetAggregateIdentifier UserId userId, String username, String email)
            implements AccountCommand {
        public RegisterUser {
            var rules = new FieldRules();
            AccountRules.username(rules, username);
            AccountRules.email(rules, email);
            rules.enforce();
        }
    }

    /**
     * The person proved who they are and begins to work.
     *
     * @param until when the session ends by itself
     */
    record StartSession(@TargetAggregateIdentifier UserId userId, SessionId sessionId, Via via, Instant until)
            implements AccountCommand {}

    record EndSession(@TargetAggregateIdentifier UserId userId, SessionId sessionId) implements AccountCommand {}

    /** Makes the account an admin of the whole instance. */
    record GrantInstanceAdmin(@TargetAggregateIdentifier UserId userId) implements AccountCommand {}

    /**
     * The person proved that mail to the address reaches them; nothing where it is not theirs any more.
     *
     * @param email the one that the proof was sent to
     */
    record VerifyEmail(@TargetAggregateIdentifier UserId userId, String email) implements AccountCommand {}

    /** @param email at most 100 characters; unique ignoring case; not verified yet */
    record ChangeEmail(@TargetAggregateIdentifier UserId userId, String email) implements AccountCommand {
        public ChangeEmail {
            var rules = new FieldRules();
            AccountRules.email(rules, email);
            rules.enforce();
        }
    }

    /**
     * There is a new password, kept elsewhere. Ends every session but the one that goes on.
     *
     * @param goesOn empty where all end, as after a reset
     */
    record RecordNewPassword(@TargetAggregateIdentifier UserId userId, Optional<SessionId> goesOn)
            implements AccountCommand {}

    /** Ends every session, gives the names back, and lets nobody in any more. */
    record DeleteAccount(@TargetAggregateIdentifier UserId userId) implements AccountCommand {}
}
