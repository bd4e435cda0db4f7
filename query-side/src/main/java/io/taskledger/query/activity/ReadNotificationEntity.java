package io.taskledger.query.activity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.UserId;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.BOOLEAN;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code notification_read} in {@code projection/activity.sql}: somebody has read one, or all up to it. */
@Entity
@Table(name = "notification_read", schema = Projection.ACTIVITY)
class ReadNotificationEntity {

    static final RowForm<ReadNotificationEntity> FORM = new RowForm<>(
            ReadNotificationEntity.class,
            "notification_read",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("user_id", TEXT, row -> row.userId),
                    column("position", BIGINT, row -> row.position),
                    column("everything", BOOLEAN, row -> row.everything)),
            "user_id",
            Optional.empty(),
            Comparator.comparing((ReadNotificationEntity row) -> row.userId).thenComparingLong(row -> row.position));

    @Id
    private String id;

    private String userId;
    private long position;
    private boolean everything;

    private ReadNotificationEntity(String id, UserId person, long position, boolean everything) {
        this.id = id;
        this.userId = person.text();
        this.position = position;
        this.everything = everything;
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected ReadNotificationEntity() {}

    static ReadNotificationEntity one(UserId person, long position) {
        return new ReadNotificationEntity(key(person, position), person, position, false);
    }

    static ReadNotificationEntity upTo(UserId person, long position) {
        return new ReadNotificationEntity(person.text(), person, position, true);
    }

    static String key(UserId person, long position) {
        return person.text() + "/" + position;
    }

    String id() {
        return id;
    }

    long position() {
        return position;
    }

    boolean everything() {
        return everything;
    }

    void extend(long upTo) {
        position = upTo;
    }
}
