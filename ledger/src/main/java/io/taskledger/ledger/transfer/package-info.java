/** The whole ledger as a file of JSON Lines: written from one installation, read into another. */
@NullMarked
package io.taskledger.ledger.transfer;

import org.jspecify.annotations.NullMarked;
