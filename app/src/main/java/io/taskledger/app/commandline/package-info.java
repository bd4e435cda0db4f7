/** The command line: the product itself, and what operators ask of it. */
@NullMarked
package io.taskledger.app.commandline;

import org.jspecify.annotations.NullMarked;
