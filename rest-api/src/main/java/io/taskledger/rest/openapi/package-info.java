/** The OpenAPI document, made from the code that answers. */
@NullMarked
package io.taskledger.rest.openapi;

import org.jspecify.annotations.NullMarked;
