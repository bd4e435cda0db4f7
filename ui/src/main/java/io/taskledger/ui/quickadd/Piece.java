package io.taskledger.ui.quickadd;

/**
 * A part of a title that says something else.
 *
 * @param from in UTF-16 code units from 0
 * @param to not included
 * @param text as it was typed, without what is around it
 */
public record Piece(int from, int to, String text, Meaning meaning) {}
