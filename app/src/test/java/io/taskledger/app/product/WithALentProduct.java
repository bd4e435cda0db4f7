package io.taskledger.app.product;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Tests that get a {@link Lender}. All on one thread, so that they need one product: side by side each would start, and
 * some would fill, one of their own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LentProducts.class)
@Execution(ExecutionMode.SAME_THREAD)
public @interface WithALentProduct {}
