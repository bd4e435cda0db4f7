/** What programs, and browsers that come back, prove their session by. */
@NullMarked
package io.taskledger.security.token;

import org.jspecify.annotations.NullMarked;
