package io.taskledger.messages.account;

/**
 * Turns a username or an email into what it is reserved under, so that a name can be looked for but not read.
 *
 * @see AccountCommand.RegisterUser
 */
@FunctionalInterface
public interface NameDigest {

    /** The same bytes for every spelling that counts as the same name. */
    byte[] of(String name);
}
