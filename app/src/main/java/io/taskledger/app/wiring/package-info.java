/** How the parts are put together. */
@NullMarked
package io.taskledger.app.wiring;

import org.jspecify.annotations.NullMarked;
