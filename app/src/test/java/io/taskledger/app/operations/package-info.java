/** That what {@code docs/operations.md} tells operators to type does what it says. */
@NullMarked
package io.taskledger.app.operations;

import org.jspecify.annotations.NullMarked;
