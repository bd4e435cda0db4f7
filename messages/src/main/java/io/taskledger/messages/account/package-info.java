/** Accounts: people, their sessions and roles. No secret is ever part of these messages. */
@NullMarked
package io.taskledger.messages.account;

import org.jspecify.annotations.NullMarked;
