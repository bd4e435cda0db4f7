/** Who is in front: which proxies are believed, and what a request is called in the log and in the answer. */
@NullMarked
package io.taskledger.app.edge;

import org.jspecify.annotations.NullMarked;
