package io.taskledger.ui.planted.unmarked;

/** In a package that says nothing of null, on purpose. */
record ForgetsNull(String text) {}
