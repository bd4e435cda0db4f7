/** Tasks as they are now, and each task's timeline. */
@NullMarked
package io.taskledger.query.task;

import org.jspecify.annotations.NullMarked;
