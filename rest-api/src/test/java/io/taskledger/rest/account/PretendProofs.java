package io.taskledger.rest.account;

import java.util.ArrayList;
import java.util.List;

import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.Rejection.Invalid;
import io.taskledger.messages.Via;
import io.taskledger.security.SignedIn;
import io.taskledger.security.link.EmailVerification;
import io.taskledger.security.link.LinkRefused;
import io.taskledger.security.password.PasswordChanges;
import io.taskledger.security.password.WrongPassword;

/** One link is good, one has run out, any other never was. */
public class PretendProofs implements PasswordChanges, EmailVerification {

    public static final String GOOD = "good-token";
    public static final String EXPIRED = "expired-token";

    public final List<String> asked = new ArrayList<>();

    public void clear() {
        asked.clear();
    }

    @Override
    public void confirm(SignedIn who, String current) {
        if (!current.equals(PretendAccounts.PASSWORD)) {
            throw new WrongPassword();
        }
    }

    @Override
    public void change(SignedIn who, String current, String next) {
        requireLong(next);
        confirm(who, current);
        asked.add("change to " + next);
    }

    @Override
    public void requestReset(String email) {
        asked.add("reset for " + email);
    }

    @Override
    public void reset(String token, String next, Via via) {
        requireLong(next);
        requireGood(token);
        asked.add("reset to " + next + " via " + via);
    }

    @Override
    public void request(Actor account) {
        asked.add("verify " + account.userId());
    }

    @Override
    public String verify(String token, Via via) {
        requireGood(token);
        return "ann & bob";
    }

    private static void requireGood(String token) {
        if (!token.equals(GOOD)) {
            throw new LinkRefused(token.equals(EXPIRED));
        }
    }

    private static void requireLong(String password) {
        if (password.length() < 8) {
            throw new CommandRejected(
                    new Invalid(List.of(new FieldProblem("new_password", FieldProblem.Kind.TOO_SHORT, 8))));
        }
    }
}
