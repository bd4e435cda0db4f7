/** What changes while a program listens, over REST. */
@NullMarked
package io.taskledger.rest.live;

import org.jspecify.annotations.NullMarked;
