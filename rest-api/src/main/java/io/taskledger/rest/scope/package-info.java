/** How far a token reaches that somebody made for a program. */
@NullMarked
package io.taskledger.rest.scope;

import org.jspecify.annotations.NullMarked;
