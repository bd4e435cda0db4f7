/** Refusals and faults as problem documents (RFC 9457), the same from wherever they come. */
@NullMarked
package io.taskledger.rest.problem;

import org.jspecify.annotations.NullMarked;
