package io.taskledger.app.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.ServletException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Answers what is not even a request, in the words of the API: Tomcat's own page names the server and its version. So it
 * does methods that nothing of the product knows: Tomcat and the firewall would have them answered by the pages, which
 * send everybody to the sign-in.
 */
final class RefusedForms extends ErrorReportValve {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (METHODS.contains(request.getMethod())) {
            super.invoke(request, response);
            return;
        }
        response.setHeader(HttpHeaders.ALLOW, String.join(", ", METHODS));
        response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
        response.setSuspended(false);
        report(request, response, null);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            Problem.of(status.value(), status.getReasonPhrase(), status.getReasonPhrase())
                    .writeTo(response);
            response.finishResponse();
        } catch (IOException gone) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, gone);
        }
    }

    /** Before there is anything of the product's to answer with (RFC 9457). */
    record Problem(int status, String body) {

        static Problem of(int status, String title, String detail) {
            var text =
                    "{\"type\":\"about:blank\",\"title\":\"%1$s\",\"status\":%2$d,\"detail\":\"%3$s\",\"error\":\"%1$s\",\"message\":\"%3$s\"}"
                            .formatted(title, status, detail);
            return new Problem(status, text);
        }

        void writeTo(Response response) throws IOException {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            response.setStatus(status);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
            response.setContentType("application/problem+json");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
