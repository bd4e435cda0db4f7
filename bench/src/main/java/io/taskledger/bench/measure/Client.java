package io.taskledger.bench.measure;

/** Somebody who does the same thing again and again; used by one thread at a time. */
public interface Client extends AutoCloseable {

    void act() throws Exception;

    @Override
    default void close() {}
}
