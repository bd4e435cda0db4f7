package io.taskledger.app.edge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * A request's body as its reader gets it. Tomcat's own wait for the next byte begins anew with each byte; this one is for all
 * of the body, and so looks whether something is there before it reads.
 */
final class PacedBody implements InputBuffer, AutoCloseable {

    private static final long FIRST_LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
    private static final long LONGEST_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Request request;
    private final InputBuffer bytes;
    private final BodiesInTime.Limits limits;
    private final AtomicInteger allSlow;
    private final Teller teller;

    private long read;
    private long waitedNanos;
    private boolean slow;
    private boolean cutOff;

    /** What the sender is told. */
    @FunctionalInterface
    interface Teller {
        void tell(BodiesInTime.Refusal refusal) throws IOException;
    }

    /** @param allSlow how many bodies are waited for beside this one */
    PacedBody(Request request, InputBuffer bytes, BodiesInTime.Limits limits, AtomicInteger allSlow, Teller teller) {
        this.request = request;
        this.bytes = bytes;
        this.limits = limits;
        this.allSlow = allSlow;
        this.teller = teller;
    }

    /** Whether nothing more of it can come. */
    static boolean isRead(Request request) {
        var read = new AtomicBoolean();
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (cutOff) {
            throw new IOException("the body was cut off");
        }
        if (!comes()) {
            cutOff(BodiesInTime.Refusal.LATE);
            throw new IOException("the body did not come in time");
        }
        try {
            var count = bytes.doRead(handler);
            read += Math.max(0, count);
            return count;
        } catch (IOException broken) {
            cutOff(BodiesInTime.Refusal.BROKEN);
            throw broken;
        }
    }

    /** Whatever its reader makes of it goes nowhere. */
    private void cutOff(BodiesInTime.Refusal refusal) throws IOException {
        cutOff = true;
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        teller.tell(refusal);
        request.action(ActionCode.CLOSE_NOW, null);
    }

    private boolean comes() {
        var look = FIRST_LOOK_NANOS;
        while (!isThere()) {
            if (waitedNanos > limits.grace().toNanos() + gained() || isOneTooMany()) {
                return false;
            }
            var began = System.nanoTime();
            LockSupport.parkNanos(look);
            waitedNanos += System.nanoTime() - began;
            look = Math.min(2 * look, LONGEST_LOOK_NANOS);
        }
        return true;
    }

    private long gained() {
        return Duration.ofSeconds(1).toNanos() / limits.bytesPerSecond() * read;
    }

    private boolean isOneTooMany() {
        if (slow || waitedNanos <= limits.prompt().toNanos()) {
            return false;
        }
        slow = true;
        return allSlow.incrementAndGet() > limits.mostSlow();
    }

    /** Something, or the end. */
    private boolean isThere() {
        // In this order: behind a body's end lies the next request, which a look for more would take away.
        if (isRead(request)) {
            return true;
        }
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() > 0;
    }

    boolean isCutOff() {
        return cutOff;
    }

    /** Throws away what is left, up to a length; what does not come in time breaks the connection. */
    void readRest(long most) {
        var end = read + most;
        try {
            var nowhere = new Nowhere();
            while (read < end && doRead(nowhere) >= 0) {
                nowhere.clear();
            }
        } catch (IOException _) {
            // The connection is closed below.
        }
        if (!isRead(request)) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    @Override
    public int available() {
        return bytes.available();
    }

    @Override
    public void close() {
        if (slow) {
            allSlow.decrementAndGet();
            slow = false;
        }
    }

    private static final class Nowhere implements ApplicationBufferHandler {

        private @Nullable ByteBuffer last = ByteBuffer.allocate(0);

        void clear() {
            last = null;
        }

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            last = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return last;
        }

        @Override
        public void expand(int size) {}
    }
}
