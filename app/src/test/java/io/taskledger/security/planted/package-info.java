/** Breaches of the house's rules, for the architecture tests to find. */
@NullMarked
package io.taskledger.security.planted;

import org.jspecify.annotations.NullMarked;
