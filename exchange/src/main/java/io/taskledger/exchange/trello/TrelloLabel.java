package io.taskledger.exchange.trello;

/**
 * A label on a card.
 *
 * @param id the same for the same label of a board; the colour, else the name, in exports that give labels no id
 * @param name its name, or its colour where the name is blank
 */
public record TrelloLabel(String id, String name) {}
