package io.taskledger.query.account;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountEvent.ProfileEdited;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.account.MailRecipient;
import io.taskledger.messages.account.OwnPreferences;
import io.taskledger.messages.account.Preferences;
import io.taskledger.messages.account.QuietHours;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;
import org.jspecify.annotations.Nullable;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.BOOLEAN;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TEXT_ARRAY;
import static io.taskledger.query.projection.ColumnType.TIME;
import static io.taskledger.query.projection.ColumnType.TIMESTAMPTZ;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code projection/accounts.sql}. */
@Entity
@Table(name = "account", schema = Projection.ACCOUNTS)
class AccountEntity {

    static final RowForm<AccountEntity> FORM = new RowForm<>(
            AccountEntity.class,
            "account",
            List.of(
                    column("id", TEXT, account -> account.id),
                    column("username", TEXT, account -> account.username),
                    column("email", TEXT, account -> account.email),
                    column("email_verified", BOOLEAN, account -> account.emailVerified),
                    column("instance_admin", BOOLEAN, account -> account.instanceAdmin),
                    column("display_name", TEXT, account -> account.displayName),
                    column("zone", TEXT, account -> account.zone),
                    column("language", TEXT, account -> account.language),
                    column("picture", TEXT, account -> account.picture),
                    column("mail", BOOLEAN, account -> account.mail),
                    column("mail_kinds", TEXT_ARRAY, account -> account.mailKinds),
                    column("quiet_from", TIME, account -> account.quietFrom),
                    column("quiet_to", TIME, account -> account.quietTo),
                    column("preferences_at", TIMESTAMPTZ, account -> account.preferencesAt),
                    column("created_at", TIMESTAMPTZ, account -> account.createdAt),
                    column("position", BIGINT, account -> account.position)),
            "id",
            Optional.of("id"),
            Comparator.comparing(account -> account.id));

    @Id
    private String id;

    private String username;
    private String email;
    private boolean emailVerified;
    private boolean instanceAdmin;
    private @Nullable String displayName;
    private @Nullable String zone;
    private @Nullable String language;
    private @Nullable String picture;
    private boolean mail;
    private List<String> mailKinds;
    private @Nullable LocalTime quietFrom;
    private @Nullable LocalTime quietTo;
    private @Nullable Instant preferencesAt;
    private Instant createdAt;
    private long position;

    AccountEntity(UserRegistered event, Instant at, long position) {
        this.id = event.userId().text();
        this.username = event.username();
        this.email = event.email();
        this.createdAt = at;
        this.position = position;
        this.mailKinds = List.of();
        prefer(Preferences.atFirst());
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected AccountEntity() {}

    /** Whether the row reflects the event at this position already. */
    boolean reflects(long at) {
        return position >= at;
    }

    void touch(long at) {
        position = at;
    }

    void grantInstanceAdmin() {
        instanceAdmin = true;
    }

    void verified(String address) {
        emailVerified = address.equals(email);
    }

    void changeEmail(String address) {
        email = address;
        emailVerified = false;
    }

    void edit(ProfileEdited event) {
        if (event.displayName() != null) {
            displayName = event.displayName().to();
        }
        if (event.zone() != null) {
            zone = event.zone().to();
        }
        if (event.language() != null) {
            language = event.language().to();
        }
    }

    void show(@Nullable String sha256) {
        picture = sha256;
    }

    void prefer(Preferences preferences, Instant at) {
        prefer(preferences);
        preferencesAt = at;
    }

    private void prefer(Preferences preferences) {
        var quiet = preferences.quiet();
        mail = preferences.mail();
        mailKinds = new ArrayList<>(
                preferences.kinds().stream().map(MailKind::stored).toList());
        quietFrom = quiet == null ? null : quiet.from();
        quietTo = quiet == null ? null : quiet.to();
    }

    String username() {
        return username;
    }

    @Nullable
    String picture() {
        return picture;
    }

    AccountDetails details() {
        return new AccountDetails(
                new UserId(id),
                username,
                email,
                emailVerified,
                instanceAdmin,
                displayName,
                zone,
                language,
                picture,
                createdAt);
    }

    OwnPreferences preferences() {
        return new OwnPreferences(new UserId(id), emailVerified, preferred(), zone, preferencesAt);
    }

    MailRecipient recipient() {
        return new MailRecipient(
                new UserId(id), username, email, emailVerified, displayName, zone, language, preferred());
    }

    private Preferences preferred() {
        var quiet = quietFrom == null || quietTo == null ? null : new QuietHours(quietFrom, quietTo);
        return new Preferences(mail, mailKinds.stream().map(MailKind::ofStored).toList(), quiet);
    }
}
