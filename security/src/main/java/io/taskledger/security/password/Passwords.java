package io.taskledger.security.password;

import java.util.List;

/** What makes a password acceptable, and how good it is. */
public interface Passwords {

    /** @param ownNames username and email: a password may not be made of them */
    Strength judge(String password, List<String> ownNames);

    /** The fewest characters that an account's password may have. */
    int least();

    /**
     * How hard a password is to guess.
     *
     * @param score 0 (guessed at once) to 4 (very hard)
     * @param acceptable whether registration takes it
     */
    record Strength(int score, boolean acceptable) {}
}
