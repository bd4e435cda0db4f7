/** Takes tasks back from people who do not see them any more. */
@NullMarked
package io.taskledger.automation.assignment;

import org.jspecify.annotations.NullMarked;
