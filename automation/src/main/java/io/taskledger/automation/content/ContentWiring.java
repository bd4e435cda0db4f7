package io.taskledger.automation.content;

import java.time.Clock;

import io.taskledger.storage.FileStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts the collection together. Wants from outside: the {@link FileStore}, {@link BookIsComplete}, a {@link Clock}, a
 * database, and an event processor called {@link #GROUP} that begins with the first event of the ledger.
 */
@Configuration(proxyBeanMethods = false)
public class ContentWiring {

    /** The event processor that keeps the book. Its name is stored: it must not change. */
    public static final String GROUP = "contents";

    private static final int LOOKED_UP_AT_ONCE = 500;

    @Bean
    ContentReferences contentReferences(JdbcClient jdbc) {
        return new ContentReferences(jdbc);
    }

    @Bean
    ContentCollection contentCollection(
            FileStore files, ContentReferences references, BookIsComplete book, Clock clock) {
        return new ContentCollection(files, references, book, clock, LOOKED_UP_AT_ONCE);
    }
}
