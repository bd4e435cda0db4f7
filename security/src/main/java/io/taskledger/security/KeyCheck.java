package io.taskledger.security;

import java.security.MessageDigest;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers in the database which master key it was begun with, so that a lost key is noticed before it does harm. */
final class KeyCheck {

    private final JdbcClient jdbc;

    KeyCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something here was made with a key already, so a new key could never read it. */
    boolean begun() {
        return jdbc.sql("""
                        select exists (select 1 from security.key_check)
                            or exists (select 1 from ledger.event)""").query(Boolean.class).single();
    }

    /** @throws KeyFault where the database was begun with another key */
    void confirm(byte[] fingerprint) {
        jdbc.sql("""
                        insert into security.key_check (id, fingerprint)
                        values ('master', :fingerprint)
                        on conflict (id) do nothing""").param("fingerprint", fingerprint).update();
        var first = jdbc.sql("select fingerprint from security.key_check where id = 'master'")
                .query(byte[].class)
                .single();
        if (!MessageDigest.isEqual(first, fingerprint)) {
            throw new KeyFault("The master key is not the one that this database was begun with. Put the first one"
                    + " back; nothing was changed.");
        }
    }
}
