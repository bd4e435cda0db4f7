/** What was done, over REST. */
@NullMarked
package io.taskledger.rest.activity;

import org.jspecify.annotations.NullMarked;
