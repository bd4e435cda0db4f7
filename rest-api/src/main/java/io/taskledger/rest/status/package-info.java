/** Whether the product is there, and which one it is. */
@NullMarked
package io.taskledger.rest.status;

import org.jspecify.annotations.NullMarked;
