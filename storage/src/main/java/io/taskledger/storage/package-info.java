/** Contents of files, wherever they are kept. */
@NullMarked
package io.taskledger.storage;

import org.jspecify.annotations.NullMarked;
