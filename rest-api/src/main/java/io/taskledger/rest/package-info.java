/** REST over the gateways: translates, decides nothing. */
@NullMarked
package io.taskledger.rest;

import org.jspecify.annotations.NullMarked;
