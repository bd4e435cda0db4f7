/** What can be asked of workspaces and what happened to them: members, their roles, and the lists that tasks stand in. */
@NullMarked
package io.taskledger.messages.workspace;

import org.jspecify.annotations.NullMarked;
