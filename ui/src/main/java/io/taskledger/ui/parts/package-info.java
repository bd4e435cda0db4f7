/** Small controls that every screen uses. */
@NullMarked
package io.taskledger.ui.parts;

import org.jspecify.annotations.NullMarked;
