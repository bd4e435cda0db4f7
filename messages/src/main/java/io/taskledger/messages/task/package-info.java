/** Tasks: what can be asked of them, what happens to them, what can be known of them. */
@NullMarked
package io.taskledger.messages.task;

import org.jspecify.annotations.NullMarked;
