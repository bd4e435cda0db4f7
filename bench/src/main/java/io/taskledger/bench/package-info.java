/** Benchmarks: ratios against baselines of the same run. */
@NullMarked
package io.taskledger.bench;

import org.jspecify.annotations.NullMarked;
