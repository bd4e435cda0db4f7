/** Preferences of mail, and the verification of addresses, over REST. */
@NullMarked
package io.taskledger.rest.notification;

import org.jspecify.annotations.NullMarked;
