/** The screens on tasks that live in memory: to look at them, and to test them, without the rest of the product. */
@NullMarked
package io.taskledger.ui.tryout;

import org.jspecify.annotations.NullMarked;
