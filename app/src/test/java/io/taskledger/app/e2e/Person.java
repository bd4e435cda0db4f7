package io.taskledger.app.e2e;

import io.taskledger.app.product.Rest;

/**
 * Somebody with an account.
 *
 * @param rest signed in there, too
 */
record Person(String name, String password, Rest rest) {}
