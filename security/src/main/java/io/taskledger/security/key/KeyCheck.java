package io.taskledger.security.key;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;

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
        // Waits for a rotation that goes on.
        var first = jdbc.sql("select fingerprint from security.key_check where id = 'master' for share")
                .query(byte[].class)
                .single();
        if (!MessageDigest.isEqual(first, fingerprint)) {
            throw new KeyFault("The master key is not the one that this database was begun with, or was given last."
                    + " Put that one back; nothing was changed.");
        }
    }

    /** Whether the database is now of this key. */
    boolean isOf(byte[] fingerprint) {
        return jdbc.sql("select exists (select from security.key_check where fingerprint = :fingerprint)")
                .param("fingerprint", fingerprint)
                .query(Boolean.class)
                .single();
    }

    /** Keys of a master key from before, wrapped by this one, by what they are for. */
    Map<String, byte[]> inherited() {
        var keys = new HashMap<String, byte[]>();
        jdbc.sql("select purpose, wrapped from security.inherited_key")
                .query((row, number) -> keys.put(row.getString("purpose"), row.getBytes("wrapped")))
                .list();
        return keys;
    }
}
