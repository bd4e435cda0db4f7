/** Where it is decided whether what is asked was done already. */
@NullMarked
package io.taskledger.command.once;

import org.jspecify.annotations.NullMarked;
