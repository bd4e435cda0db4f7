package io.taskledger.messages.activity;

import java.util.Map;

/**
 * How much somebody has done.
 *
 * @param byAction only actions that occur
 * @param byResource by type of resource, only those that occur
 */
public record ActivitySummary(long total, Map<String, Long> byAction, Map<String, Long> byResource) {}
