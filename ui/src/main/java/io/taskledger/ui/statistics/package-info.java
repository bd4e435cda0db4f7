/** One's own tasks in numbers and small pictures. */
@NullMarked
package io.taskledger.ui.statistics;

import org.jspecify.annotations.NullMarked;
