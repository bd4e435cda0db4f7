/** Backups: taken by day and by hand, checked, and brought back, to any instant where the database is the embedded one. */
@NullMarked
package io.taskledger.app.backup;

import org.jspecify.annotations.NullMarked;
