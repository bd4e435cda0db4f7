/** Notices that it is time to remind somebody of a task. */
@NullMarked
package io.taskledger.automation.reminder;

import org.jspecify.annotations.NullMarked;
