package io.taskledger.security.erasure;

import io.taskledger.messages.UserId;

/** What goes with an account, beyond what this module keeps. */
@FunctionalInterface
public interface Belongings {

    /** Purges what a deleted account has left, as far as is known by now; true where there was nothing. */
    boolean purge(UserId whose);
}
