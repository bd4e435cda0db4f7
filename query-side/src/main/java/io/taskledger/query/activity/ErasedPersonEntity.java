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

import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code erased} in {@code projection/activity.sql}: whose texts are told to nobody any more. */
@Entity
@Table(name = "erased", schema = Projection.ACTIVITY)
class ErasedPersonEntity {

    static final RowForm<ErasedPersonEntity> FORM = new RowForm<>(
            ErasedPersonEntity.class,
            "erased",
            List.of(column("id", TEXT, person -> person.id)),
            "id",
            Optional.empty(),
            Comparator.comparing(person -> person.id));

    @Id
    private String id;

    ErasedPersonEntity(UserId person) {
        this.id = person.text();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected ErasedPersonEntity() {}
}
