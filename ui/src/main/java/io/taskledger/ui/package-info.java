/** Vaadin over the gateways: translates, decides nothing. */
@NullMarked
package io.taskledger.ui;

import org.jspecify.annotations.NullMarked;
