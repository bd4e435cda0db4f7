/** The browser that the end-to-end tests drive. */
@NullMarked
package io.taskledger.app.browser;

import org.jspecify.annotations.NullMarked;
