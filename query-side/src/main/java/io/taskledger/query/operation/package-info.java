/** What operators ask of projections, and what they are told. */
@NullMarked
package io.taskledger.query.operation;

import org.jspecify.annotations.NullMarked;
