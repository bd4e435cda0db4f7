/** Workspaces as they are now: their lists, who belongs to them, and who is asked to. */
@NullMarked
package io.taskledger.query.workspace;

import org.jspecify.annotations.NullMarked;
