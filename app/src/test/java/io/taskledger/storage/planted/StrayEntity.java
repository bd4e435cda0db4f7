package io.taskledger.storage.planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity in a module that has none. */
@Entity
class StrayEntity {
    @Id
    String id = "";
}
