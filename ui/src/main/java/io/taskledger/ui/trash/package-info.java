/** What was deleted: to be had back, or to be gone for good. */
@NullMarked
package io.taskledger.ui.trash;

import org.jspecify.annotations.NullMarked;
