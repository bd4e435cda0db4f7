/** Signing in and registering. */
@NullMarked
package io.taskledger.ui.account;

import org.jspecify.annotations.NullMarked;
