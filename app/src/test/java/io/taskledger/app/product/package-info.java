/** The product as an operator has it: its boot jar in a JVM of its own, seen from outside. */
@NullMarked
package io.taskledger.app.product;

import org.jspecify.annotations.NullMarked;
