/** The database that the product runs on: where it is, as whom its sessions work, and for how long. */
@NullMarked
package io.taskledger.app.database;

import org.jspecify.annotations.NullMarked;
