package io.taskledger.app.e2e;

import io.taskledger.app.product.OneProduct;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test its {@link Visit}. The product is started for the first test and serves all of the run, a browser all tests
 * that run on one thread, for its driver serves one thread only; what the tests share beyond that is nothing, since each
 * brings its own people.
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
        var visit = new Visit(product, browser(test).browser(), test.getDisplayName());
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

    /** The store closes it at the end of the run. */
    private static RealBrowser browser(ExtensionContext test) {
        return test.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Thread.currentThread(), _ -> RealBrowser.start(), RealBrowser.class);
    }
}
