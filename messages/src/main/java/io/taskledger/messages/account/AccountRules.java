package io.taskledger.messages.account;

import java.util.regex.Pattern;

import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.FieldRules;

/** The limits of an account's names. Lengths in Unicode code points. */
public final class AccountRules {

    public static final int EMAIL_LIMIT = 100;
    public static final int DISPLAY_NAME_LIMIT = 100;

    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]*");
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@\\p{Cntrl}\"<>(),;:\\\\\\[\\]]{1,64}@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,}");

    private AccountRules() {}

    static void username(FieldRules rules, String username) {
        rules.length("username", username, 3, 50)
                .matches("username", username, USERNAME.asMatchPredicate(), Kind.FORBIDDEN_CHARACTER);
    }

    /** Adds what is wrong with an address, under the name {@code email}. */
    public static void email(FieldRules rules, String email) {
        rules.length("email", email, 1, EMAIL_LIMIT)
                .matches("email", email, AccountRules::mayBeAnAddress, Kind.NOT_AN_EMAIL);
    }

    /** Java's repeated groups recurse: what is too long anyway, and refused as such, must not overflow the stack. */
    private static boolean mayBeAnAddress(String email) {
        return email.length() > 2 * EMAIL_LIMIT || EMAIL.matcher(email).matches();
    }
}
