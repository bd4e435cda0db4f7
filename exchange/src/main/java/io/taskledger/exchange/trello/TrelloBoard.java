package io.taskledger.exchange.trello;

import java.util.List;

import io.taskledger.exchange.Dropped;

/**
 * A board as its file has it: texts of any length, nothing mapped yet.
 *
 * @param name empty where the file has none
 * @param lists in the file's order
 * @param cards in the file's order
 * @param dropped what the file holds beyond this record
 */
public record TrelloBoard(String id, String name, List<TrelloList> lists, List<TrelloCard> cards, Dropped dropped) {

    public TrelloBoard {
        lists = List.copyOf(lists);
        cards = List.copyOf(cards);
    }
}
