package io.taskledger.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * Hands out a content and holds it against its digest. Where that is another, the last bytes are not handed out: whoever was
 * promised {@code size} bytes knows then that something is missing.
 */
final class VerifiedStream extends FilterInputStream {

    private final ContentDigest expected;
    private final long size;
    private final MessageDigest digest = ContentDigest.begin();
    private long seen;
    private boolean verified;

    VerifiedStream(InputStream content, ContentDigest expected, long size) {
        super(content);
        this.expected = expected;
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = super.read(buffer, offset, length);
        if (read > 0) {
            digest.update(buffer, offset, read);
            seen += read;
        }
        if (read < 0 || seen >= size) {
            verify();
        }
        return read;
    }

    /** By reading: what is skipped is part of the digest. */
    @Override
    public long skip(long count) throws IOException {
        var passed = 0L;
        var passing = new byte[Math.clamp(count, 1, 8192)];
        while (passed < count) {
            var read = read(passing, 0, (int) Math.min(passing.length, count - passed));
            if (read < 0) {
                break;
            }
            passed += read;
        }
        return passed;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void verify() throws IOException {
        if (verified) {
            return;
        }
        if (seen != size || !ContentDigest.of(digest).equals(expected)) {
            throw new ContentDamaged(expected);
        }
        verified = true;
    }
}
