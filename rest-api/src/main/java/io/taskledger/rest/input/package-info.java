/** Reading what clients send: typed, strict, with everything that is wrong told at once. */
@NullMarked
package io.taskledger.rest.input;

import org.jspecify.annotations.NullMarked;
