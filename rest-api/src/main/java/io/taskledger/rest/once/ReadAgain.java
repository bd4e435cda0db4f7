package io.taskledger.rest.once;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose body was looked at and can be read as if it had not been. */
final class ReadAgain extends HttpServletRequestWrapper {

    private final byte[] start;
    private final ServletInputStream body;

    /** @param most bytes that are looked at; a longer body is read on from there */
    ReadAgain(HttpServletRequest request, int most) throws IOException {
        super(request);
        var rest = request.getInputStream();
        this.start = rest.readNBytes(most);
        this.body = new Body(new SequenceInputStream(new ByteArrayInputStream(start), rest));
    }

    /** What was looked at, without what only tells its parts apart. */
    byte[] startWithout(String boundary) {
        // Byte by byte: in this encoding each is one character.
        return boundary.isEmpty()
                ? start
                : new String(start, StandardCharsets.ISO_8859_1)
                        .replace(boundary, "")
                        .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    private static final class Body extends ServletInputStream {

        private final InputStream bytes;
        private boolean finished;

        Body(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            var read = bytes.read();
            finished = read < 0;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var read = bytes.read(into, from, length);
            finished = read < 0;
            return read;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("requests are answered on the thread that reads them");
        }
    }
}
