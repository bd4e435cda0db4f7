/** The demo account's board. */
@NullMarked
package io.taskledger.automation.demo;

import org.jspecify.annotations.NullMarked;
