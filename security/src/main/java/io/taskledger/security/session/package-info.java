/** Who is signed in where, and until when. */
@NullMarked
package io.taskledger.security.session;

import org.jspecify.annotations.NullMarked;
