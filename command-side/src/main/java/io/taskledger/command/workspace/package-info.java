/** Where it is decided what may happen to a workspace, its lists and its members. */
@NullMarked
package io.taskledger.command.workspace;

import org.jspecify.annotations.NullMarked;
