/** Every version of every task, with the range of time and of position for which it held. */
@NullMarked
package io.taskledger.query.history;

import org.jspecify.annotations.NullMarked;
