package io.taskledger.messages.task;

/** @param tasks how many of one's own tasks have the tag */
public record TagCount(String tag, long tasks) {}
