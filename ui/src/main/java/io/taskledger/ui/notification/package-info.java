/** What others did that concerns one: the bell, the list of it, and the workspaces that one is invited to. */
@NullMarked
package io.taskledger.ui.notification;

import org.jspecify.annotations.NullMarked;
