package io.taskledger.app.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Gives tests a {@link Product} that runs already, with its demo account: one for all tests of a run that neither stop nor change it. What
 * they share beyond that is nothing, since each class brings people of its own names.
 */
public final class OneProduct implements ParameterResolver {

    private static final Namespace OURS = Namespace.create(OneProduct.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public Product resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return in(test);
    }

    /** The first who asks starts it. */
    public static Product in(ExtensionContext test) {
        return test.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class)
                .product();
    }

    /** The store closes it at the end of the run. */
    private record Running(Product product, Path home) implements AutoCloseable {

        static Running start() {
            try {
                var home = Files.createTempDirectory("taskledger-shared");
                return new Running(Product.start(home, Map.of("TASKLEDGER_DEMO", "on")), home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            product.stop();
            FileSystemUtils.deleteRecursively(home);
        }
    }
}
