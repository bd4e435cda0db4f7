/** Workspaces on the screen: their lists, and who belongs to them. */
@NullMarked
package io.taskledger.ui.workspace;

import org.jspecify.annotations.NullMarked;
