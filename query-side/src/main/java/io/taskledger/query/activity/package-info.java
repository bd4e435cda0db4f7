/** What people did, as entries of a log that each may read as far as they may look. */
@NullMarked
package io.taskledger.query.activity;

import org.jspecify.annotations.NullMarked;
