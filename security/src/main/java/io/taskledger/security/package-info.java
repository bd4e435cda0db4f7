/** Who is asking: passwords, tokens, sessions, keys, filter chains. */
@NullMarked
package io.taskledger.security;

import org.jspecify.annotations.NullMarked;
