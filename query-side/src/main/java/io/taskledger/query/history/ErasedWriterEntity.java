package io.taskledger.query.history;

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

/** A row of {@code erased} in {@code projection/history.sql}: whose texts are told to nobody any more. */
@Entity
@Table(name = "erased", schema = Projection.HISTORY)
class ErasedWriterEntity {

    static final RowForm<ErasedWriterEntity> FORM = new RowForm<>(
            ErasedWriterEntity.class,
            "erased",
            List.of(column("id", TEXT, writer -> writer.id)),
            "id",
            Optional.empty(),
            Comparator.comparing(writer -> writer.id));

    @Id
    private String id;

    ErasedWriterEntity(UserId writer) {
        this.id = writer.text();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected ErasedWriterEntity() {}
}
