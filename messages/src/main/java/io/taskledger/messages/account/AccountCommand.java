package io.taskledger.messages.account;

import java.time.Instant;
import java.util.regex.Pattern;

import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.FieldRules;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an account. Secrets stay out of it: who sends these has checked them already. */
public sealed interface AccountCommand {

    UserId userId();

    /**
     * @param username 3 to 50 letters, digits, dots, dashes and underscores of any script; unique ignoring case
     * @param email at most 100 characters; unique ignoring case
     */
    record RegisterUser(@TargetAggregateIdentifier UserId userId, String username, String email)
            implements AccountCommand {

        private static final int EMAIL_LIMIT = 100;
        private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]*");
        private static final Pattern EMAIL = Pattern.compile(
                "[^\\s@\\p{Cntrl}\"<>(),;:\\\\\\[\\]]{1,64}@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,}");

        public RegisterUser {
            new FieldRules()
                    .length("username", username, 3, 50)
                    .matches("username", username, USERNAME.asMatchPredicate(), Kind.FORBIDDEN_CHARACTER)
                    .length("email", email, 1, EMAIL_LIMIT)
                    .matches("email", email, RegisterUser::mayBeAnAddress, Kind.NOT_AN_EMAIL)
                    .enforce();
        }

        /** Java's repeated groups recurse: what is too long anyway, and refused as such, must not overflow the stack. */
        private static boolean mayBeAnAddress(String email) {
            return email.length() > 2 * EMAIL_LIMIT || EMAIL.matcher(email).matches();
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
}
