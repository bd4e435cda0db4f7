package io.taskledger.query.account;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.UserId;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;

import static io.taskledger.query.projection.ColumnType.SMALLINT;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code tag_colour} in {@code projection/accounts.sql}. */
@Entity
@Table(name = "tag_colour", schema = Projection.ACCOUNTS)
class TagColourEntity {

    static final RowForm<TagColourEntity> FORM = new RowForm<>(
            TagColourEntity.class,
            "tag_colour",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("user_id", TEXT, row -> row.userId),
                    column("tag", TEXT, row -> row.tag),
                    column("colour", SMALLINT, row -> row.colour)),
            "user_id",
            Optional.of("user_id"),
            Comparator.comparing(row -> row.id));

    @Id
    private String id;

    private String userId;
    private String tag;
    private short colour;

    TagColourEntity(UserId person, String tag, int colour) {
        this.id = key(person, tag);
        this.userId = person.text();
        this.tag = tag;
        this.colour = (short) colour;
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected TagColourEntity() {}

    static String key(UserId person, String tag) {
        return person.text() + " " + tag;
    }

    void become(int to) {
        colour = (short) to;
    }
}
