/** Decisions: aggregates and the rules that they keep. A package is a feature. */
@NullMarked
package io.taskledger.command;

import org.jspecify.annotations.NullMarked;
