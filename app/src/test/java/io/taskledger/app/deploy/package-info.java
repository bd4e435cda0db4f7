/** That the files for operators do what they say. */
@NullMarked
package io.taskledger.app.deploy;

import org.jspecify.annotations.NullMarked;
