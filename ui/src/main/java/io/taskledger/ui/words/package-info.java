/** What the screens say, in the reader's language, by the reader's calendar and clock. */
@NullMarked
package io.taskledger.ui.words;

import org.jspecify.annotations.NullMarked;
