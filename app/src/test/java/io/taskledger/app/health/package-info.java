/** What this node says of itself and of the database. */
@NullMarked
package io.taskledger.app.health;

import org.jspecify.annotations.NullMarked;
