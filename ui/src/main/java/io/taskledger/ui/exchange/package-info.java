/** Bringing tasks in from other products. */
@NullMarked
package io.taskledger.ui.exchange;

import org.jspecify.annotations.NullMarked;
