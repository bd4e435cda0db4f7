/** Projections as their operators deal with them: how far each is, rebuilding, checking, swapping, dead letters. */
@NullMarked
package io.taskledger.messages.projection;

import org.jspecify.annotations.NullMarked;
