/** Tasks on the screen: lists, one task with its history, and what keeps them live. */
@NullMarked
package io.taskledger.ui.task;

import org.jspecify.annotations.NullMarked;
