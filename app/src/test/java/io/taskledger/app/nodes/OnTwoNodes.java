package io.taskledger.app.nodes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Tests that get {@link TwoNodes}; a class at a time, for some of them measure and some disturb. All on one thread: with a
 * lock, threads that could run others would wait for it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Pair.class)
@Execution(ExecutionMode.SAME_THREAD)
@interface OnTwoNodes {}
