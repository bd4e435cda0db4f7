/** Several nodes, each a JVM of its own, on one PostgreSQL. */
@NullMarked
package io.taskledger.app.nodes;

import org.jspecify.annotations.NullMarked;
