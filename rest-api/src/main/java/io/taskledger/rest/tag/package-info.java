/** Tags: on one task, and all of a person's own. */
@NullMarked
package io.taskledger.rest.tag;

import org.jspecify.annotations.NullMarked;
