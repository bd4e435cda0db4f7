package io.taskledger.storage;

import java.io.InputStream;

/**
 * A file that somebody sends.
 *
 * @param name as the sender gave it, hostile or empty
 * @param content read once, never as a whole into memory; left open
 */
public record Upload(String name, InputStream content) {}
