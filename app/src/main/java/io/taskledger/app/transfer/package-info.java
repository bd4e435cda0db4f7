/** The whole ledger into a file, and out of one into an empty instance. */
@NullMarked
package io.taskledger.app.transfer;

import org.jspecify.annotations.NullMarked;
