/** Files on their way in and out: read as they come, sent so that nothing in them acts. */
@NullMarked
package io.taskledger.rest.upload;

import org.jspecify.annotations.NullMarked;
