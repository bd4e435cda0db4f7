/** Under which short, stable names events are stored. */
@NullMarked
package io.taskledger.ledger.type;

import org.jspecify.annotations.NullMarked;
