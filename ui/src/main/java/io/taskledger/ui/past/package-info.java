/** Time travel on screens that show tasks: which moment, how one gets there, what differs, and how it came about. */
@NullMarked
package io.taskledger.ui.past;

import org.jspecify.annotations.NullMarked;
