/** Accounts as their owners see them. */
@NullMarked
package io.taskledger.query.account;

import org.jspecify.annotations.NullMarked;
