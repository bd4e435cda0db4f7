package io.taskledger.command.account;

/** Which accounts belong to everybody, as the demo's does: nobody may take one from the others. */
@FunctionalInterface
public interface CommonAccounts {

    boolean include(String username);
}
