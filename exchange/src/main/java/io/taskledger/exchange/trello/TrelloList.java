package io.taskledger.exchange.trello;

import org.jspecify.annotations.Nullable;

/**
 * A column of a board.
 *
 * @param name empty where the file has none
 * @param closed archived
 * @param position its place among the lists, rising; null in exports of 2012
 */
public record TrelloList(
        String id, String name, boolean closed, @Nullable Double position) {}
