package io.taskledger.storage;

import java.io.IOException;

/** What lies in the store is not what was taken in: its digest is another. */
public final class ContentDamaged extends IOException {

    ContentDamaged(ContentDigest digest) {
        super("content " + digest + " is damaged: its digest is another");
    }
}
