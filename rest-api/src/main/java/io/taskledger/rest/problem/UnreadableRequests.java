package io.taskledger.rest.problem;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.taskledger.rest.Api;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what the server cannot even read as a request, such as an address with a NUL in it: a problem where the API is
 * meant; what else is meant is answered outside of it.
 */
@Component
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** Browsers send these in a query as they are (WHATWG URL Standard), though RFC 3986 has them escaped. */
    private static final String IN_QUERIES = "[]{}|^\\`\"<>";

    private final JsonMapper json;

    UnreadableRequests(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addConnectorCustomizers(connector -> connector.setProperty("relaxedQueryChars", IN_QUERIES));
        tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Report()));
    }

    private final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable fault) {
            var path = request.getRequestURI();
            var ours = response.getStatus() == HttpStatus.BAD_REQUEST.value() && path != null && Api.covers(path);
            if (ours && response.getContentWritten() == 0 && response.setErrorReported()) {
                write(
                        response,
                        Problem.of(ProblemType.BAD_REQUEST, "The address cannot be read")
                                .at(path));
            }
        }

        private void write(Response response, Problem problem) {
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getReporter().write(json.writeValueAsString(problem));
                response.finishResponse();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
