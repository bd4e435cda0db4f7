package io.taskledger.app.nodes;

import io.taskledger.app.product.Product;

/** Two nodes on a PostgreSQL that somebody else runs. */
record TwoNodes(SharedDatabase database, Product a, Product b) {

    /** Of one account, in an hour, wherever it signs in. */
    static final int SIGN_INS = 4;

    /** That one person may create in an hour; more than any test here but the one about limits needs. */
    static final int TASKS = 200;
}
