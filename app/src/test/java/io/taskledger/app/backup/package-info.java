/** Backups, their parts and what is brought back from them. */
@NullMarked
package io.taskledger.app.backup;

import org.jspecify.annotations.NullMarked;
