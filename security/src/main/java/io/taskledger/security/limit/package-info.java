/** How often somebody may do something, counted over all nodes. */
@NullMarked
package io.taskledger.security.limit;

import org.jspecify.annotations.NullMarked;
