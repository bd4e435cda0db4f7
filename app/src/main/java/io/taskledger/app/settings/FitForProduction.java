package io.taskledger.app.settings;

import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.taskledger.app.settings.ExternalDatabase.Passwords;

/** What only suits a trial: each is a fault where the profile is production. */
final class FitForProduction {

    /** Passwords that documents and examples show, ours and others'. */
    private static final Set<String> KNOWN = Set.of(
            "only-reachable-inside",
            "password",
            "passwort",
            "postgres",
            "postgresql",
            "taskledger",
            "secret",
            "geheim",
            "admin",
            "root",
            "test",
            "example",
            "default",
            "changeme",
            "change-me",
            "change_me",
            "changeit",
            "demo1234",
            "12345678",
            "password1",
            "123456",
            "letmein",
            "minioadmin");

    private FitForProduction() {}

    static void require(TaskledgerSettings settings, SettingValues values) {
        requireTls(settings, values);
        if (settings.demo()) {
            values.fault(Setting.DEMO, "is on, but everybody knows the demo account's password; set it to off");
        }
        requireMasterKey(settings, values);
        settings.database().ifPresent(database -> requirePassword(database, values));
        requireOwn(Setting.S3_SECRET, values.text(Setting.S3_SECRET), values);
        requireOwn(Setting.SMTP_PASSWORD, values.text(Setting.SMTP_PASSWORD), values);
    }

    /** The product itself speaks plain HTTP. */
    private static void requireTls(TaskledgerSettings settings, SettingValues values) {
        if (values.text(Setting.PUBLIC_URL).isEmpty()) {
            values.fault(Setting.PUBLIC_URL, "is not set, but production needs the address that people use");
        } else if (!settings.overTls() && !values.isFaulty(Setting.PUBLIC_URL)) {
            values.fault(
                    Setting.PUBLIC_URL,
                    "is plain HTTP, but production needs https: put a proxy with TLS in front, as deploy/ shows");
        }
        settings.proxies().stream()
                .filter(network -> network.endsWith("/0"))
                .forEach(all -> values.fault(
                        Setting.PROXIES,
                        "names everybody (" + all
                                + "), who could then say to be anybody: name the proxies' own addresses"));
        if (values.text(Setting.PROXIES).isEmpty()) {
            values.fault(
                    Setting.PROXIES,
                    "is not set, but production is plain HTTP without a proxy: name the addresses of the one with TLS");
        }
    }

    private static void requireMasterKey(TaskledgerSettings settings, SettingValues values) {
        var file = settings.data().resolve("keys/master.key");
        if (settings.masterKey().isEmpty() && values.text(Setting.MASTER_KEY).isEmpty() && !Files.exists(file)) {
            values.fault(
                    Setting.MASTER_KEY,
                    "is not set, and there is no " + file
                            + ": make a key with openssl rand -hex 32, keep a copy apart");
        }
        settings.masterKey()
                .filter(key -> !MasterKeyText.looksRandom(key))
                .ifPresent(key ->
                        values.fault(Setting.MASTER_KEY, "is no random key: make one with openssl rand -hex 32"));
    }

    private static void requirePassword(ExternalDatabase database, SettingValues values) {
        if (database.password().isEmpty()) {
            if (!database.provesItselfOtherwise()) {
                values.fault(
                        Setting.DATABASE_PASSWORD, "is not set, but a database without a password is open to others");
            }
        } else if (database.password().equals(database.user())) {
            values.fault(Setting.DATABASE_PASSWORD, "is the user's name; choose another");
        } else {
            requireOwn(Setting.DATABASE_PASSWORD, Optional.of(database.password()), values);
        }
        requireOwn(Setting.DATABASE_URL, database.passwordInUrl(), values);
        requireOwn(Setting.DATABASE_APPENDER_PASSWORD, database.roles().map(Passwords::appender), values);
        requireOwn(Setting.DATABASE_READER_PASSWORD, database.roles().map(Passwords::reader), values);
    }

    private static void requireOwn(Setting setting, Optional<String> secret, SettingValues values) {
        secret.filter(text -> KNOWN.contains(text.toLowerCase(Locale.ROOT)))
                .ifPresent(text ->
                        values.fault(setting, "is or holds a password that everybody tries first; choose another"));
    }
}
