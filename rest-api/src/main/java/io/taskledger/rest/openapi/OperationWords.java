package io.taskledger.rest.openapi;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.problem.Problem;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.scope.Realm;
import io.taskledger.security.limit.RateLimit;
import io.taskledger.security.limit.RateLimited;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives each operation its examples, and its problems as the code would answer them. The examples are in
 * {@code examples.json}, by operation id; a test holds them against the schemas.
 */
@Component
class OperationWords implements GlobalOperationCustomizer {

    static final String KEY = "Idempotency-Key";

    private static final String PROBLEM = "application/problem+json";

    /** Invalid input too: what needs no body may still come with a header that cannot be read. */
    private static final List<ProblemType> ALWAYS =
            List.of(ProblemType.INVALID_INPUT, ProblemType.UNFORESEEN, ProblemType.UNAVAILABLE);

    private static final Set<ProblemType> RETRIED =
            Set.of(ProblemType.RATE_LIMITED, ProblemType.UNAVAILABLE, ProblemType.STORE_FULL);

    private final JsonMapper json;
    private final JsonNode examples;

    OperationWords(JsonMapper json) throws IOException {
        this.json = json;
        try (var file = new ClassPathResource("examples.json", OperationWords.class).getInputStream()) {
            this.examples = json.readTree(file);
        }
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var example = examples.path(operation.getOperationId());
        if (example.has("request")) {
            illustrate(operation.getRequestBody().getContent(), example.get("request"));
        }
        if (example.has("response")) {
            illustrate(success(operation.getResponses()).getContent(), example.get("response"));
        }
        if (isKeyed(operation, method)) {
            operation.addParametersItem(idempotencyKey());
        }
        if (!isOpen(operation)) {
            tellScopes(operation, method);
        }
        problems(operation, method)
                .forEach(
                        (status, types) -> operation.getResponses().addApiResponse(status.toString(), response(types)));
        return operation;
    }

    static boolean isOpen(Operation operation) {
        return operation.getSecurity() != null && operation.getSecurity().isEmpty();
    }

    /** Whatever somebody writes may carry a key. */
    private static boolean isKeyed(Operation operation, HandlerMethod method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        return !isOpen(operation)
                && mapping != null
                && !List.of(mapping.method()).contains(RequestMethod.GET);
    }

    private static void tellScopes(Operation operation, HandlerMethod method) {
        var needed = Realm.of(method).orElse(Realm.PERSON).needed(method(method)).stream()
                .sorted()
                .map(scope -> "`" + scope.text() + "`")
                .collect(Collectors.joining(" and "));
        var before = operation.getDescription() == null ? "" : operation.getDescription() + " ";
        operation.setDescription(before
                + (needed.isEmpty() ? "Not by a personal token." : "A personal token needs " + needed + " for this."));
    }

    private static String method(HandlerMethod method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        return mapping == null || mapping.method().length == 0 ? "" : mapping.method()[0].name();
    }

    private static Parameter idempotencyKey() {
        return new HeaderParameter()
                .name(KEY)
                .required(false)
                .description(
                        "The client's own name for this request: repeated within 24 hours it is not done again, and"
                                + " answered as the first time with `Idempotency-Replayed: true`.")
                .schema(new StringSchema().minLength(1).maxLength(255))
                .example("01KAJ4Y2V0QF3D9A7M5ZC8W6XE");
    }

    private void illustrate(Content content, JsonNode example) {
        content.forEach((name, type) -> {
            // What is no JSON, such as a CSV of the same, has none of it.
            if (name.endsWith("json")) {
                type.setExample(plain(example));
            }
        });
    }

    private static ApiResponse success(ApiResponses responses) {
        return responses.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static Map<Integer, List<ProblemType>> problems(Operation operation, HandlerMethod method) {
        var types = new ArrayList<ProblemType>();
        if (!isOpen(operation)) {
            types.add(ProblemType.NOT_AUTHENTICATED);
            types.add(ProblemType.INSUFFICIENT_SCOPE);
        }
        if (isKeyed(operation, method)) {
            types.add(ProblemType.KEY_REUSED);
        }
        Stream.of(method.getBeanType(), method.getMethod())
                .map(place -> place.getAnnotation(Refuses.class))
                .filter(Objects::nonNull)
                .forEach(refuses -> types.addAll(Arrays.asList(refuses.value())));
        if (operation.getRequestBody() != null) {
            types.add(ProblemType.TOO_LARGE);
        }
        types.addAll(ALWAYS);
        return types.stream().distinct().collect(Collectors.groupingBy(ProblemType::status));
    }

    private ApiResponse response(List<ProblemType> types) {
        var content = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        types.forEach(type ->
                content.addExamples(type.slug(), new Example().value(plain(json.valueToTree(problem(type))))));
        var response = new ApiResponse()
                .description(types.stream().map(ProblemType::explanation).collect(Collectors.joining(" Or: ")))
                .content(new Content().addMediaType(PROBLEM, content));
        if (RETRIED.containsAll(types)) {
            response.addHeaderObject(
                    HttpHeaders.RETRY_AFTER,
                    new Header()
                            .description("Seconds after which asking again is right.")
                            .required(true)
                            .schema(new IntegerSchema().minimum(BigDecimal.ONE)));
        }
        return response;
    }

    private static Problem problem(ProblemType type) {
        return switch (type) {
            case INVALID_INPUT ->
                Problem.invalid(List.of(new InputProblem(
                        List.of("body", "title"), "String should have at least 1 character", "string_too_short")));
            case TASK_NOT_FOUND -> Problem.taskNotFound("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE");
            case NOTHING_TO_UPDATE -> Problem.of(type, "No fields provided for update");
            case NOT_AS_THINGS_STAND ->
                Problem.of(type, "Projection tasks is being rebuilt already: rebuild-01KAJ5B6Q4M8T2V9X3Y7Z0A1CD");
            case FILE_REFUSED -> Problem.of(type, "File too large. Max size: 10.0 MB");
            case NOT_AUTHENTICATED -> Problem.of(type, "Not authenticated");
            case REFRESH_REFUSED -> Problem.of(type, "Invalid or expired refresh token");
            case AUTHENTICATION_FAILED -> Problem.of(type, "Invalid username or password");
            case DUPLICATE_USER ->
                Problem.of(type, "Username 'ann' is already registered").aboutField("username");
            case RATE_LIMITED -> Problem.limited(new RateLimited(RateLimit.SIGN_IN.usual(), Duration.ofSeconds(42)));
            default -> Problem.of(type, type.explanation());
        };
    }

    /** As the document's own writer understands it, which is of another Jackson. */
    private Object plain(JsonNode node) {
        return json.treeToValue(node, Object.class);
    }
}
