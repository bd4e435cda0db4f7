/** How fast the product is, next to what the same database does without it in the same run. */
@NullMarked
package io.taskledger.bench;

import org.jspecify.annotations.NullMarked;
