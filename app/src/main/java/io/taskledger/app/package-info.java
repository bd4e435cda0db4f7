/** The only main: wiring, settings, command line. */
@NullMarked
package io.taskledger.app;

import org.jspecify.annotations.NullMarked;
