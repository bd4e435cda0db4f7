/** What is imported is as the file has it: the file is read here by code that shares nothing with the product. */
@NullMarked
package io.taskledger.app.exchange;

import org.jspecify.annotations.NullMarked;
