/** What settings are taken for, and that the documents say the same. */
@NullMarked
package io.taskledger.app.settings;

import org.jspecify.annotations.NullMarked;
