package io.taskledger.ledger.transfer;

/** Makes a code over bytes that nobody can make who has not the file's key. Used once. */
public interface Authenticity {

    void update(byte[] bytes);

    byte[] code();
}
