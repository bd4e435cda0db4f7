/** What can be counted of people's tasks and comments. */
@NullMarked
package io.taskledger.query.statistics;

import org.jspecify.annotations.NullMarked;
