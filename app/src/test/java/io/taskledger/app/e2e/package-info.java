/** What people do with the product, in a real browser, down to the database and back. */
@NullMarked
package io.taskledger.app.e2e;

import org.jspecify.annotations.NullMarked;
