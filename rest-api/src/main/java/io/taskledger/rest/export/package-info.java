/** All that a person can take along. */
@NullMarked
package io.taskledger.rest.export;

import org.jspecify.annotations.NullMarked;
