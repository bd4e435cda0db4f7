/** Whether this node is alive, and ready to be sent requests. */
@NullMarked
package io.taskledger.app.health;

import org.jspecify.annotations.NullMarked;
