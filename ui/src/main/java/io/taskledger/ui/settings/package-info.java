/** What people say of themselves and of how they want to be treated. */
@NullMarked
package io.taskledger.ui.settings;

import org.jspecify.annotations.NullMarked;
