/** Requests under an {@code Idempotency-Key}: done once, answered the same each time. */
@NullMarked
package io.taskledger.rest.once;

import org.jspecify.annotations.NullMarked;
