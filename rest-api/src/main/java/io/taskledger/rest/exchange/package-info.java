/** Files of other products, brought in by programs. */
@NullMarked
package io.taskledger.rest.exchange;

import org.jspecify.annotations.NullMarked;
