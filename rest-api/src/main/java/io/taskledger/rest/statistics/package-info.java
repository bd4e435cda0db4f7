/** Counts of tasks, now and then. */
@NullMarked
package io.taskledger.rest.statistics;

import org.jspecify.annotations.NullMarked;
