/** What a program asks under a key of its own is done once: how it was answered, for when it asks again. */
@NullMarked
package io.taskledger.messages.once;

import org.jspecify.annotations.NullMarked;
