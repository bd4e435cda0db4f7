package io.taskledger.ledger.type;

/**
 * Under what an event's class is stored, for good: a rename or another revision needs an upcaster.
 *
 * @param name short and stable, such as {@code task.completed}
 * @param revision of the payload's form, {@code 1} for the first
 */
public record StoredType(String name, String revision) {

    public StoredType {
        if (name.isBlank() || revision.isBlank()) {
            throw new IllegalArgumentException("A stored type needs a name and a revision: " + name + ", " + revision);
        }
    }

    /** The first form of an event. */
    public static StoredType first(String name) {
        return new StoredType(name, "1");
    }

    @Override
    public String toString() {
        return name + " (revision " + revision + ")";
    }
}
