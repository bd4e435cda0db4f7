package io.taskledger.app.database;

/** A role of another's PostgreSQL could do more than the product gives it. The message is for its operator. */
public final class RoleUnfit extends RuntimeException {

    RoleUnfit(String why) {
        super(why);
    }
}
