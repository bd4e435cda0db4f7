package io.taskledger.query.rebuild;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

import io.taskledger.ledger.LedgerDigest;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.RowForm;
import org.jspecify.annotations.Nullable;

/**
 * A digest of rows in no order: the sum, modulo 2²⁵⁶, of the SHA-256 of each row. Of a row its table goes in and each
 * column's value in the order of the DDL, as Java writes it in UTF-8, behind its length in 4 bytes; a list is its length
 * and its elements. So folds that were divided otherwise have the same.
 */
final class RowDigest {

    private static final int BITS = 256;

    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    /** All rows that a fold has made. */
    static RowDigest of(ReadModel model, Folding folding) {
        var digest = new RowDigest();
        model.tables().forEach(form -> digest.add(form, folding));
        return digest;
    }

    void add(RowDigest other) {
        sum = sum.add(other.sum);
        rows += other.rows;
    }

    long rows() {
        return rows;
    }

    /** 64 hex digits. */
    String hex() {
        var bytes = sum.mod(BigInteger.ONE.shiftLeft(BITS)).toByteArray();
        var all = new byte[BITS / Byte.SIZE];
        var taken = Math.min(bytes.length, all.length);
        System.arraycopy(bytes, bytes.length - taken, all, all.length - taken, taken);
        return HexFormat.of().formatHex(all);
    }

    private <E> void add(RowForm<E> form, Folding folding) {
        var sha256 = LedgerDigest.sha256();
        for (var row : folding.tables().rows(form).all()) {
            text(sha256, form.table());
            form.columns().forEach(column -> value(sha256, column.value().apply(row)));
            sum = sum.add(new BigInteger(1, sha256.digest()));
            rows++;
        }
    }

    private static void value(MessageDigest sha256, @Nullable Object value) {
        switch (value) {
            case null -> number(sha256, -1);
            case Collection<?> list -> {
                number(sha256, list.size());
                List.copyOf(list).forEach(one -> text(sha256, String.valueOf(one)));
            }
            default -> text(sha256, value.toString());
        }
    }

    private static void text(MessageDigest sha256, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        number(sha256, bytes.length);
        sha256.update(bytes);
    }

    private static void number(MessageDigest sha256, int number) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }
}
