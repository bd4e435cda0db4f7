package io.taskledger.ui.shell;

/**
 * Something that the palette leads to.
 *
 * @param kind what it is, said beside it
 */
record PaletteEntry(String icon, String label, String kind, Runnable action) {}
