package io.taskledger.security.password;

/** The password that was to prove who asks is another one. */
public final class WrongPassword extends RuntimeException {
    public WrongPassword() {
        super("the current password is another one", null, false, false);
    }
}
