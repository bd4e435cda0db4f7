/** What a person is told when they look what concerns them. */
@NullMarked
package io.taskledger.messages.notification;

import org.jspecify.annotations.NullMarked;
