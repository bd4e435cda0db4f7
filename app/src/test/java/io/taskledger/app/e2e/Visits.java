package io.taskledger.app.e2e;

import java.util.function.Supplier;

import io.taskledger.app.product.OneProduct;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test its {@link Visit}. Product and browser are started for the first test and serve all of the run; what
 * the tests share beyond that is nothing, since each brings its own people.
 */
final class Visits implements ParameterResolver, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(Visits.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visit.class;
    }

    @Override
    public Visit resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var product = OneProduct.in(test);
        var browser = once(test, RealBrowser.class, RealBrowser::start);
        var visit = new Visit(product, browser.browser(), test.getDisplayName());
        test.getStore(OURS).put(Visit.class, visit);
        return visit;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var visit = test.getStore(OURS).remove(Visit.class, Visit.class);
        if (visit != null) {
            visit.end(test.getExecutionException().isPresent());
        }
    }

    /** The store closes what can be closed, at the end of the run. */
    private static <T> T once(ExtensionContext test, Class<T> type, Supplier<T> made) {
        return test.getRoot().getStore(OURS).computeIfAbsent(type, _ -> made.get(), type);
    }
}
