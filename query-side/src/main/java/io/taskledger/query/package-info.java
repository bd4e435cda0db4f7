/** Read models: projections, their answers, live updates. A package is a feature. */
@NullMarked
package io.taskledger.query;

import org.jspecify.annotations.NullMarked;
