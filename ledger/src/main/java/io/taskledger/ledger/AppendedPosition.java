package io.taskledger.ledger;

import java.util.OptionalLong;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The ledger position that a unit of work reached: that of the last event it appended. Known once it is committed, or
 * before, when it has prepared its commit, unless the append is left to the end ({@link LateTransactions}). Kept in the
 * root, also for nested units of work.
 */
public final class AppendedPosition {

    /** The key under which a command's result carries it, as a {@link Long}. */
    public static final String METADATA_KEY = "position";

    private static final String RESOURCE = AppendedPosition.class.getName();

    private AppendedPosition() {}

    /** The last position appended in the unit of work or any other of the same root; empty if none was. */
    public static OptionalLong lastOf(UnitOfWork<?> unitOfWork) {
        Long position = unitOfWork.root().getOrDefaultResource(RESOURCE, null);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    static void reached(long position) {
        CurrentUnitOfWork.ifStarted(
                unitOfWork -> unitOfWork.root().resources().merge(RESOURCE, position, (was, is) -> is));
    }
}
