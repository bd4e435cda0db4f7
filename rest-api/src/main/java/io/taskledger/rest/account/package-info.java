/** Registration, sign-in, sign-out and one's own account over REST. */
@NullMarked
package io.taskledger.rest.account;

import org.jspecify.annotations.NullMarked;
