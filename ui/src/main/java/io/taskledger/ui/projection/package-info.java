/** What operators see of read models: how they stand, rebuilding, comparing, swapping, dead letters. */
@NullMarked
package io.taskledger.ui.projection;

import org.jspecify.annotations.NullMarked;
