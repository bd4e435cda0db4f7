/** That a node tells how it is. */
@NullMarked
package io.taskledger.app.health;

import org.jspecify.annotations.NullMarked;
