package io.taskledger.app.product;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a class of tests its {@link Lender}, and back what was lent; what a test failed with is lent to nobody again. */
final class LentProducts implements ParameterResolver, AfterEachCallback, AfterAllCallback {

    private static final String SPOILT = "spoilt";
    private static final Namespace OURS = Namespace.create(LentProducts.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Lender.class;
    }

    @Override
    public Lender resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var shelf = test.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Lender.Shelf.class, _ -> new Lender.Shelf(), Lender.Shelf.class);
        return ofClass(test).computeIfAbsent(Lender.class, _ -> new Lender(shelf), Lender.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            ofClass(test).put(SPOILT, true);
        }
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        var lender = ofClass(tests).remove(Lender.class, Lender.class);
        if (lender != null) {
            lender.giveBack(ofClass(tests).get(SPOILT) == null);
        }
    }

    private static Store ofClass(ExtensionContext context) {
        var whole = context;
        while (whole.getTestMethod().isPresent()) {
            whole = whole.getParent().orElseThrow();
        }
        return whole.getStore(OURS);
    }
}
