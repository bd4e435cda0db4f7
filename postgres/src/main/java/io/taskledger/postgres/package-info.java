/** A PostgreSQL server as a child process: unpacked, initialised, started, stopped and healed. */
@NullMarked
package io.taskledger.postgres;

import org.jspecify.annotations.NullMarked;
