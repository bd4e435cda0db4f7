package io.taskledger.rest;

/**
 * What the REST API is told by the application.
 *
 * @param version of the product, as {@code /version} says it
 * @param environment {@code development} or {@code production}, as {@code /version} says it
 */
public record RestSettings(String version, String environment) {}
