/** What may be held once only in the whole ledger, such as a user name. */
@NullMarked
package io.taskledger.ledger.reservation;

import org.jspecify.annotations.NullMarked;
