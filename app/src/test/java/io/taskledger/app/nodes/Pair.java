package io.taskledger.app.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.taskledger.app.product.Product;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** Gives tests two nodes that run already: one pair for all tests of a run that stop neither, each with people of its own. */
final class Pair implements ParameterResolver {

    private static final Namespace OURS = Namespace.create(Pair.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == TwoNodes.class;
    }

    /** The first who asks starts them. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class)
                .nodes();
    }

    /** The store closes it at the end of the run. */
    private record Running(TwoNodes nodes, Path homes) implements AutoCloseable {

        static Running start() {
            try {
                var homes = Files.createTempDirectory("taskledger-pair");
                var database = new SharedDatabase();
                var settings = new HashMap<>(database.settings());
                settings.putAll(limits());
                var a = Product.start(Files.createDirectory(homes.resolve("a")), settings);
                var b = Product.start(Files.createDirectory(homes.resolve("b")), settings);
                return new Running(new TwoNodes(database, a, b), homes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Map<String, String> limits() {
            return Map.of(
                    "TASKLEDGER_RATE_LIMITS", "on",
                    "TASKLEDGER_LIMIT_REGISTER", "off",
                    "TASKLEDGER_LIMIT_LOGIN", "off",
                    "TASKLEDGER_LIMIT_LOGIN_ACCOUNT", TwoNodes.SIGN_INS + "/h",
                    "TASKLEDGER_LIMIT_TASKS", TwoNodes.TASKS + "/h");
        }

        @Override
        public void close() throws IOException {
            nodes.a().stop();
            nodes.b().stop();
            FileSystemUtils.deleteRecursively(homes);
        }
    }
}
