/** Files of a task. */
@NullMarked
package io.taskledger.rest.file;

import org.jspecify.annotations.NullMarked;
