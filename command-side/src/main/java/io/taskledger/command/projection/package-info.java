/** What operators did to projections, kept like everything else that happened. */
@NullMarked
package io.taskledger.command.projection;

import org.jspecify.annotations.NullMarked;
