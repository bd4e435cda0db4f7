package io.taskledger.messages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and revision under which an event is stored for good. A contract: renaming the Java class changes nothing,
 * changing these needs an upcaster.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAs {

    /** Short and stable, such as {@code task.completed}. */
    String value();

    String revision() default "1";
}
