/** How one task came to be as it is: what was done, each version, and who set each field. */
@NullMarked
package io.taskledger.ui.history;

import org.jspecify.annotations.NullMarked;
