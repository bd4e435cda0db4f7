package io.taskledger.query.projection;

/** An exception whose message names ids and positions, and nothing that people wrote: it may be stored and shown. */
public interface WithoutContent {}
