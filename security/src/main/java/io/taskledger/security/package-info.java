/** Who is asking, on every message; the features are packages of their own. */
@NullMarked
package io.taskledger.security;

import org.jspecify.annotations.NullMarked;
