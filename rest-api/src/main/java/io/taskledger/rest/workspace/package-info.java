/** Workspaces, their lists and members over REST, and how people are found. */
@NullMarked
package io.taskledger.rest.workspace;

import org.jspecify.annotations.NullMarked;
