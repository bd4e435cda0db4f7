/** The frame around every screen, and who may come in. */
@NullMarked
package io.taskledger.ui.shell;

import org.jspecify.annotations.NullMarked;
