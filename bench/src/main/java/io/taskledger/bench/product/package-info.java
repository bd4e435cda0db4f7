/** What is measured: a node of the product, and the same work by plain JDBC. */
@NullMarked
package io.taskledger.bench.product;

import org.jspecify.annotations.NullMarked;
