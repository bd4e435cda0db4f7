/** Accounts that are proved by a password. */
@NullMarked
package io.taskledger.security.password;

import org.jspecify.annotations.NullMarked;
