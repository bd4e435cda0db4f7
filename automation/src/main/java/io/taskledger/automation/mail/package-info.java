/** Mail: filed in an outbox when something happens, written and sent when its time has come. */
@NullMarked
package io.taskledger.automation.mail;

import org.jspecify.annotations.NullMarked;
