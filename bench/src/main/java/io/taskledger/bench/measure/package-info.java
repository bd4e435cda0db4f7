/** Measuring: clients, rounds in turns, medians, figures and their targets. Knows nothing of what is measured. */
@NullMarked
package io.taskledger.bench.measure;

import org.jspecify.annotations.NullMarked;
