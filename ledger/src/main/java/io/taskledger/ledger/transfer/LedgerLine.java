package io.taskledger.ledger.transfer;

import io.taskledger.ledger.LedgerRow;

/** A line of a ledger's file. In this order: the header, events, keys and what was erased, the end. */
@SuppressWarnings("ArrayRecordComponent") // bytes are passed on once, never compared
public sealed interface LedgerLine {

    /**
     * The first line.
     *
     * @param from the first position that the file is about; 1 for a whole ledger
     * @param upTo the last position; settled when the file was begun
     */
    record Header(long from, long upTo, KeyDerivation derivation) implements LedgerLine {}

    /**
     * How the file's key comes of its passphrase.
     *
     * @param check something sealed with that key, to know a wrong passphrase by
     */
    record KeyDerivation(String algorithm, int memoryKib, int passes, int lanes, byte[] salt, byte[] check) {}

    record Event(LedgerRow row) implements LedgerLine {}

    /**
     * The key of a subject.
     *
     * @param wrapped under the file's key
     */
    record Key(String subject, int version, byte[] wrapped) implements LedgerLine {}

    /** A subject whose key is erased. */
    record Erased(String subject) implements LedgerLine {}

    /** An event that an operator left out of a projection for good. */
    record Skipped(String projection, long position, String reason) implements LedgerLine {}

    /**
     * The last line: without it a file is cut off.
     *
     * @param events how many there are; {@code others} counts all lines between them and this one
     * @param digest of the events, see {@link io.taskledger.ledger.LedgerDigest}
     * @param code over all bytes before this line, which only who has the passphrase can make
     */
    record End(long events, long others, String digest, byte[] code) implements LedgerLine {}
}
