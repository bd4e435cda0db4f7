/** Where it is decided what may happen to a task. */
@NullMarked
package io.taskledger.command.task;

import org.jspecify.annotations.NullMarked;
