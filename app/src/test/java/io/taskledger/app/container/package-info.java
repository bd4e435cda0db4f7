/** The files that containers are made from, as far as they can be checked without an engine. */
@NullMarked
package io.taskledger.app.container;

import org.jspecify.annotations.NullMarked;
