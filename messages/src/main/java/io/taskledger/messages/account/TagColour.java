package io.taskledger.messages.account;

/** @param colour of the palette, 0 to 11 */
public record TagColour(String tag, int colour) {}
