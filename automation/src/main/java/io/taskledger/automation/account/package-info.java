/** What the system does for accounts that are gone. */
@NullMarked
package io.taskledger.automation.account;

import org.jspecify.annotations.NullMarked;
