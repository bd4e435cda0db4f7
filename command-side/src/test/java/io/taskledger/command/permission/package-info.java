/** Who may do what: every command by every role. */
@NullMarked
package io.taskledger.command.permission;

import org.jspecify.annotations.NullMarked;
