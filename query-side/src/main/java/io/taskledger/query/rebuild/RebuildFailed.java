package io.taskledger.query.rebuild;

import io.taskledger.query.projection.WithoutContent;

/** A rebuild cannot go on; the message is a sentence for the operator. */
final class RebuildFailed extends RuntimeException implements WithoutContent {
    RebuildFailed(String sentence) {
        super(sentence);
    }

    RebuildFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
