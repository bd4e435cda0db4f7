/** What people have done, told as entries of a log, and how much of it. */
@NullMarked
package io.taskledger.messages.activity;

import org.jspecify.annotations.NullMarked;
