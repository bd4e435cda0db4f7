package io.taskledger.app.product;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** Lends products to tests that do to them what nobody else should notice: a start costs more than most such tests. */
public final class Lender {

    private final Shelf shelf;
    private @Nullable Lent lent;

    Lender(Shelf shelf) {
        this.shelf = shelf;
    }

    /** One that is ready; the same for all tests of a class. */
    public Lent any() {
        var mine = lent;
        if (mine == null) {
            mine = shelf.plainFirst();
            lent = mine;
        }
        return mine;
    }

    /**
     * One with {@link ManyTasks}; the same for all tests of a class.
     *
     * @param events at least so many, and not many times as many
     */
    public Lent with(long events) throws SQLException {
        var mine = lent;
        if (mine == null) {
            mine = shelf.filledFirst(one -> one.events() == 0 || one.events() >= events && one.events() <= 2 * events);
            lent = mine;
        }
        if (mine.events() == 0) {
            mine.fill(events);
        }
        return mine;
    }

    /** @param whole whether others may have it after this */
    void giveBack(boolean whole) {
        var mine = lent;
        lent = null;
        if (mine != null && whole) {
            shelf.put(mine);
        } else if (mine != null) {
            mine.remove();
        }
    }

    /** Those that nobody has. */
    static final class Shelf implements AutoCloseable {

        /** Those with many tasks before those without. */
        private final List<Lent> free = new ArrayList<>();

        Lent plainFirst() {
            return ready(take(free.reversed(), _ -> true));
        }

        Lent filledFirst(Predicate<Lent> suits) {
            return ready(take(free, suits));
        }

        private Optional<Lent> take(List<Lent> inOrder, Predicate<Lent> suits) {
            synchronized (free) {
                var found = inOrder.stream().filter(suits).findFirst();
                found.ifPresent(free::remove);
                return found;
            }
        }

        private static Lent ready(Optional<Lent> found) {
            found.ifPresent(Lent::makeReady);
            return found.orElseGet(Lent::new);
        }

        void put(Lent back) {
            synchronized (free) {
                free.add(back.events() > 0 ? 0 : free.size(), back);
            }
        }

        @Override
        public void close() {
            free.forEach(Lent::remove);
        }
    }
}
