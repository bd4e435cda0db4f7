/** What was done, by oneself and where one may look. */
@NullMarked
package io.taskledger.ui.activity;

import org.jspecify.annotations.NullMarked;
