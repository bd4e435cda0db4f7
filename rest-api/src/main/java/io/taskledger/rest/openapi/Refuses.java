package io.taskledger.rest.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.taskledger.rest.problem.ProblemType;

/**
 * With which problems an operation may answer, beside those that every operation may; on a controller, with which all of
 * its operations may. For the OpenAPI document.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Refuses {
    ProblemType[] value();
}
