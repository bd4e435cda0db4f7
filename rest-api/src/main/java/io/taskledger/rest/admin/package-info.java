/** What operators see and do over REST. Who may is decided behind the gateways. */
@NullMarked
package io.taskledger.rest.admin;

import org.jspecify.annotations.NullMarked;
