package io.taskledger.rest.once;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Rejection.KeyUsedForAnother;
import io.taskledger.messages.once.FindAnswer;
import io.taskledger.messages.once.FirstAnswer;
import io.taskledger.messages.once.KeepAnswer;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.JsonBodies;
import io.taskledger.rest.problem.FrontDoor;
import io.taskledger.security.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a repeated request the answer of the first. Whether something was done is known by the ledger, in the transaction
 * that did it; the answer is kept afterwards, and where that did not happen any more the request is answered anew from
 * what the ledger knows. Answers that changed nothing, refusals above all, are not kept: asked again, they are found
 * again.
 */
@Component
@FilterRegistration(urlPatterns = {"/api", "/api/*"})
@Order(FrontDoor.BEHIND_SECURITY + 2)
class IdempotencyFilter extends OncePerRequestFilter {

    /** The key that a client gives a request, so as to repeat it without harm. */
    static final String KEY = "Idempotency-Key";

    /** On an answer that was given before. */
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final Pattern FORM = Pattern.compile("[ -~]{1,255}");
    private static final Set<String> METHODS = Set.of("POST", "PATCH", "PUT", "DELETE");

    private final Gateways gateways;
    private final JsonMapper json;
    private final HandlerExceptionResolver problems;

    IdempotencyFilter(
            Gateways gateways,
            JsonMapper json,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.gateways = gateways;
        this.json = json;
        this.problems = problems;
    }

    /** Nobody in particular has no keys: what is done without an account does not go through the ledger's actors. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(KEY) == null
                || !METHODS.contains(request.getMethod())
                || Acting.now().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var readable = new ReadAgain(request, JsonBodies.LIMIT + 1);
        Optional<RenderedAnswer> before;
        KeyedRequest keyed;
        try {
            keyed = new KeyedRequest(key(request), digest(readable));
            before = answerBefore(keyed);
        } catch (RuntimeException refused) {
            problems.resolveException(request, response, null, refused);
            return;
        }
        if (before.isPresent()) {
            replay(before.get(), response);
            return;
        }
        keyed.attachTo(request);
        var written = new ContentCachingResponseWrapper(response);
        chain.doFilter(readable, written);
        settle(keyed, written, response);
    }

    private void settle(KeyedRequest keyed, ContentCachingResponseWrapper written, HttpServletResponse response)
            throws IOException {
        if (keyed.repeated()) {
            response.setHeader(REPLAYED, "true");
        }
        if (keyed.asked() && HttpStatus.valueOf(written.getStatus()).is2xxSuccessful()) {
            var first = keyed.repeated() ? answerOfTheOther(keyed) : Optional.<RenderedAnswer>empty();
            if (first.isPresent()) {
                replay(first.get(), response);
                return;
            }
            keep(keyed, written);
        }
        written.copyBodyToResponse();
    }

    /** Two came at once: by now the other one's answer may be there. Else this one's is as good. */
    private Optional<RenderedAnswer> answerOfTheOther(KeyedRequest keyed) {
        try {
            return answerBefore(keyed);
        } catch (RuntimeException away) {
            LOG.warn("A first answer is not found; this one is made anew", away);
            return Optional.empty();
        }
    }

    private Optional<RenderedAnswer> answerBefore(KeyedRequest keyed) {
        var first = gateways.find(new FindAnswer(keyed.key()), FirstAnswer.class);
        if (first.isPresent() && !first.get().digest().equals(keyed.digest())) {
            throw new CommandRejected(new KeyUsedForAnother(keyed.key()));
        }
        return first.map(FirstAnswer::rendered).map(rendered -> json.readValue(rendered, RenderedAnswer.class));
    }

    private static void replay(RenderedAnswer answer, HttpServletResponse response) throws IOException {
        response.setHeader(REPLAYED, "true");
        answer.writeTo(response);
    }

    /** What was done is done: that its answer cannot be kept must not make it an error. */
    private void keep(KeyedRequest keyed, ContentCachingResponseWrapper written) {
        if (written.getHeader(Gateways.STALE) != null) {
            return; // asked again, it shows more
        }
        try {
            gateways.sendApart(new KeepAnswer(keyed.key(), json.writeValueAsString(RenderedAnswer.of(written))));
        } catch (RuntimeException lost) {
            LOG.warn("An answer is not kept; asked again, it is made anew", lost);
        }
    }

    /** Empty where the body is no form, or says nothing of how its parts are told apart. */
    private static String boundary(HttpServletRequest request) {
        try {
            var type = request.getContentType() == null ? null : MediaType.parseMediaType(request.getContentType());
            var boundary = type == null ? null : type.getParameter("boundary");
            return boundary == null ? "" : boundary.replace("\"", "");
        } catch (InvalidMediaTypeException unknown) {
            return "";
        }
    }

    private static String key(HttpServletRequest request) {
        var key = request.getHeader(KEY);
        if (!FORM.matcher(key).matches()) {
            throw new InvalidInput(new InputProblem(
                    List.of("header", KEY),
                    "Input should be 1 to 255 printable ASCII characters",
                    "string_pattern_mismatch"));
        }
        return key;
    }

    /**
     * Of a long body, an upload, only the start and the length: to compare, not to prove. The boundary of a form is left
     * out, since clients make up another each time.
     */
    private static String digest(ReadAgain request) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var head = request.getMethod()
                    + '\n'
                    + request.getRequestURI()
                    + '\n'
                    + request.getQueryString()
                    + '\n'
                    + request.getContentLengthLong()
                    + '\n';
            sha.update(head.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(request.startWithout(boundary(request))));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
