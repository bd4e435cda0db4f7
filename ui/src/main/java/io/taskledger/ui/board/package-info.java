/** A workspace's lists as columns, and its tasks as cards in an order of their own. */
@NullMarked
package io.taskledger.ui.board;

import org.jspecify.annotations.NullMarked;
