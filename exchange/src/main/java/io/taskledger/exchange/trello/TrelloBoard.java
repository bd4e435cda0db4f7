package io.taskledger.exchange.trello;

import java.util.List;
import java.util.Map;

import io.taskledger.exchange.Dropped;

/**
 * A board as its file has it: texts of any length, nothing mapped yet.
 *
 * @param name empty where the file has none
 * @param lists in the file's order
 * @param cards in the file's order
 * @param actions in the file's order, as a rule the latest first; empty where they were not asked for
 * @param members by their ids, those that have a name
 * @param dropped what the file holds beyond this record
 */
public record TrelloBoard(
        String id,
        String name,
        List<TrelloList> lists,
        List<TrelloCard> cards,
        List<TrelloAction> actions,
        Map<String, String> members,
        Dropped dropped) {

    public TrelloBoard {
        lists = List.copyOf(lists);
        cards = List.copyOf(cards);
        actions = List.copyOf(actions);
        members = Map.copyOf(members);
    }
}
