/** How a screen speaks to the house: commands that may be refused, and questions. */
@NullMarked
package io.taskledger.ui.gateway;

import org.jspecify.annotations.NullMarked;
