/** The demo account and its board. */
@NullMarked
package io.taskledger.app.demo;

import org.jspecify.annotations.NullMarked;
