/** Whoever deletes their account goes, key and all, and stays gone. */
@NullMarked
package io.taskledger.security.erasure;

import org.jspecify.annotations.NullMarked;
