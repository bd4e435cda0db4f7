/** What is believed of whom. */
@NullMarked
package io.taskledger.app.edge;

import org.jspecify.annotations.NullMarked;
