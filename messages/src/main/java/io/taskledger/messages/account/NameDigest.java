package io.taskledger.messages.account;

/**
 * What is reserved in place of a unique name, so that the ledger's rows tell nobody's name. Names that differ only in
 * case or in how they are written have the same digest.
 */
@FunctionalInterface
public interface NameDigest {

    /** A keyed digest, 32 bytes; the same for the same name as long as the installation's key is. */
    byte[] of(String name);
}
