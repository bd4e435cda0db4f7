/** Answers that are told event by event, whatever they tell of. */
@NullMarked
package io.taskledger.rest.stream;

import org.jspecify.annotations.NullMarked;
