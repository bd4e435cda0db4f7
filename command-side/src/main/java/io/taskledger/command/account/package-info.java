/** Where it is decided what may happen to an account. */
@NullMarked
package io.taskledger.command.account;

import org.jspecify.annotations.NullMarked;
