package io.taskledger.rest.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of problems that the API answers with. Their names are addresses, hence contracts. */
public enum ProblemType {
    INVALID_INPUT(422, "Invalid Input", "Something in the request breaks a rule; `errors` names each place and rule."),
    KEY_REUSED(422, "Idempotency Key Reused", "Another request was made under this key; each needs a key of its own."),
    NOTHING_TO_UPDATE(400, "Nothing To Update", "The request names no field that could be changed."),
    LINK_REFUSED(
            400, "Link Refused", "The mailed link was used, replaced by a newer one or has run out, or never was."),
    FILE_REFUSED(
            400, "File Refused", "The file is too large, of a kind that is not allowed, or not what its name says."),
    WRONG_PASSWORD(400, "Wrong Password", "The current password is another one."),
    NOT_AUTHENTICATED(401, "Not Authenticated", "The request needs a token: as a bearer header, or as the cookie."),
    AUTHENTICATION_FAILED(401, "Authentication Failed", "Name and password do not belong together."),
    REFRESH_REFUSED(
            401,
            "Refresh Refused",
            "The refresh token is none, was used before, or its session is over: sign in anew."),
    UNAUTHORIZED_ACCESS(403, "Unauthorized Access", "Who asks may know of this, but may not do that to it."),
    INSUFFICIENT_SCOPE(
            403,
            "Insufficient Scope",
            "The token was not made for this; `WWW-Authenticate` names the scopes it needs."),
    TASK_NOT_FOUND(404, "Task Not Found", "There is no such task, or none that who asks may know of."),
    TAG_NOT_FOUND(404, "Tag Not Found", "The task has no such tag, or none of one's own has."),
    NOT_FOUND(404, "Not Found", "Nothing is at this address."),
    METHOD_NOT_ALLOWED(
            405, "Method Not Allowed", "The address does not take this method; `Allow` names those it does."),
    DUPLICATE_USER(409, "Duplicate User", "The username or the email belongs to another account."),
    CONFLICT(409, "Conflict", "Somebody else changed the same thing at the same time. Read it again and retry."),
    NOT_AS_THINGS_STAND(
            409, "Not As Things Stand", "What is asked for cannot be done in the state that it is in; `detail` tells."),
    ERASED(410, "Erased", "Whom it belongs to was erased: nothing personal of theirs is recorded any more."),
    PRECONDITION_FAILED(412, "Precondition Failed", "It is in another version than `If-Match` demands."),
    TOO_LARGE(413, "Content Too Large", "The body is larger than the API takes."),
    RATE_LIMITED(429, "Rate Limit Exceeded", "This was done too often. Retry after the time that `Retry-After` gives."),
    BAD_REQUEST(400, "Bad Request", "The request cannot be understood."),
    UNAVAILABLE(503, "Service Unavailable", "The product is overloaded or starting. Retry after the time given."),
    STORE_FULL(507, "Insufficient Storage", "There is no room left for files. Its operator can make some."),
    UNFORESEEN(500, "Internal Server Error", "A fault of the product. Its log names the cause under `request_id`.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What it means, for a person who looks the type up. */
    public String explanation() {
        return explanation;
    }

    /** The last part of {@link #uri()}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A path on this server that explains the type (RFC 9457 §3.1.1 allows relative references). */
    public String uri() {
        return "/problems/" + slug();
    }

    /** Empty where no type is called so. */
    static Optional<ProblemType> named(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }
}
