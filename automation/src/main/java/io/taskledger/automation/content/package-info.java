/** Contents of files: which are named by anything, and the collection of those that are not. */
@NullMarked
package io.taskledger.automation.content;

import org.jspecify.annotations.NullMarked;
