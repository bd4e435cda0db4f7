/** The contract's tables, asked of the running product. */
@NullMarked
package io.taskledger.app.contract;

import org.jspecify.annotations.NullMarked;
