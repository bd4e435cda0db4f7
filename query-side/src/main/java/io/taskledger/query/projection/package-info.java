/** Projections as such: their schemas, how far they have got, waiting for them, telling open screens. */
@NullMarked
package io.taskledger.query.projection;

import org.jspecify.annotations.NullMarked;
