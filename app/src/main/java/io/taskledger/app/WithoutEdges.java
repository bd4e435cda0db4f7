package io.taskledger.app;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Leaves REST and the UI out of a product that works for the command line: without a web server they cannot be. */
final class WithoutEdges extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory readers) {
        var name = type.getClassMetadata().getClassName();
        return name.startsWith("io.taskledger.rest.") || name.startsWith("io.taskledger.ui.");
    }

    /** Spring keeps contexts by their filters. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WithoutEdges;
    }

    @Override
    public int hashCode() {
        return WithoutEdges.class.hashCode();
    }
}
