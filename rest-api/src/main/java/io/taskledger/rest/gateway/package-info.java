/** The way from REST into the house and back: commands, queries, positions. */
@NullMarked
package io.taskledger.rest.gateway;

import org.jspecify.annotations.NullMarked;
