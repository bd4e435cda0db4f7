/** What the doctor says of this and that. */
@NullMarked
package io.taskledger.app.doctor;

import org.jspecify.annotations.NullMarked;
