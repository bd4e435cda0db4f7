/** The keys of an installation: the master key, and what is derived from it, wrapped or signed by it. */
@NullMarked
package io.taskledger.security.key;

import org.jspecify.annotations.NullMarked;
