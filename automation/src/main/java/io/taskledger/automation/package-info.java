/** What the system does by itself. */
@NullMarked
package io.taskledger.automation;

import org.jspecify.annotations.NullMarked;
