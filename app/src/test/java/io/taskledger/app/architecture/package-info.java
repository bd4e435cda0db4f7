/** The walls of the house, checked; and for each rule a violation that is planted to see that the rule catches it. */
@NullMarked
package io.taskledger.app.architecture;

import org.jspecify.annotations.NullMarked;
