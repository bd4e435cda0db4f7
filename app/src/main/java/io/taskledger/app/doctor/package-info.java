/** Looks an installation over: what is wrong with it, what may become so, and the setting to change. */
@NullMarked
package io.taskledger.app.doctor;

import org.jspecify.annotations.NullMarked;
