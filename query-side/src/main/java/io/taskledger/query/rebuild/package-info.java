/** Making a projection anew from the ledger beside the live one, comparing the two, and changing over while people work. */
@NullMarked
package io.taskledger.query.rebuild;

import org.jspecify.annotations.NullMarked;
