package io.taskledger.app.edge;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;

import io.taskledger.app.edge.RefusedForms.Problem;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Keeps those who send a body drop by drop from holding the threads that everybody else needs. What has to be waited for
 * longer than a body of its length may take is cut off; so is, while many are waited for already, each further one that does
 * not come at once. What an answer left unread is read by the same rule, so that its sender sees the answer.
 */
final class BodiesInTime extends ValveBase {

    /** In bytes: who sends more after the answer was made is cut off. */
    private static final long MOST_UNREAD = 128L << 20;

    private final Limits limits;
    private final AtomicInteger slow = new AtomicInteger();

    /**
     * What is waited for.
     *
     * @param grace that any body has
     * @param bytesPerSecond that it gains more time by
     * @param prompt a body that was waited for longer is slow
     * @param mostSlow so many slow ones at a time, a part of Tomcat's threads
     */
    record Limits(Duration grace, long bytesPerSecond, Duration prompt, int mostSlow) {

        static final Limits USUAL = new Limits(Duration.ofSeconds(10), 1024, Duration.ofMillis(500), 64);
    }

    /** Why a body was not read to its end. */
    enum Refusal {
        LATE(HttpServletResponse.SC_REQUEST_TIMEOUT, "Request Timeout", "The body did not come in time"),
        BROKEN(HttpServletResponse.SC_BAD_REQUEST, "Bad Request", "The body broke off, or is not in the form of HTTP");

        private final int status;
        private final String title;
        private final String detail;

        Refusal(int status, String title, String detail) {
            this.status = status;
            this.title = title;
            this.detail = detail;
        }
    }

    BodiesInTime(Limits limits) {
        super(true);
        this.limits = limits;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var sent = request.getCoyoteRequest();
        if (PacedBody.isRead(sent)) {
            getNext().invoke(request, response);
            return;
        }
        var before = sent.getInputBuffer();
        var body = new PacedBody(sent, before, limits, slow, refusal -> refuse(response, refusal));
        sent.setInputBuffer(body);
        try {
            getNext().invoke(request, response);
            if (!request.isAsync() && !body.isCutOff() && !PacedBody.isRead(sent)) {
                response.finishResponse();
                body.readRest(MOST_UNREAD);
            }
        } finally {
            body.close();
            sent.setInputBuffer(before);
        }
    }

    /** At once: whoever waits for the body has an answer of their own for one that breaks off, which would be another. */
    private static void refuse(Response response, Refusal refusal) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        response.setHeader("Connection", "close");
        if (refusal == Refusal.LATE) {
            response.setHeader("Retry-After", "1");
        }
        Problem.of(refusal.status, refusal.title, refusal.detail).writeTo(response);
        response.finishResponse();
    }
}
