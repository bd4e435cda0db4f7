package io.taskledger.messages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component of an event that tells something personal: what somebody is called, or what somebody wrote. It is stored
 * encrypted with the key of the event's subject and read as {@link Erased} once that key is gone. Its event implements
 * {@link HoldsPersonalData}.
 *
 * <p>May be a text, a list, a record of those, or null; other types read as null after an erasure.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Personal {}
