/** What became of a task, step by step, and the way back: versions, differences, undo, restore. */
@NullMarked
package io.taskledger.rest.history;

import org.jspecify.annotations.NullMarked;
