/** Tasks and their timelines over REST. */
@NullMarked
package io.taskledger.rest.task;

import org.jspecify.annotations.NullMarked;
