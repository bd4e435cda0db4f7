package io.taskledger.rest.problem;

import java.util.List;

import io.taskledger.rest.input.InputProblem;
import org.jspecify.annotations.Nullable;

/** A problem that is still being put together: the one place that knows all members at once. */
final class ProblemDraft {

    final String type;
    final String title;
    final int status;
    final String detail;

    @Nullable
    String instance;

    String error;
    final String message;

    @Nullable
    String field;

    @Nullable
    String taskId;

    @Nullable
    String requestId;

    List<InputProblem> errors;

    @Nullable
    String tag;

    List<Conflict> conflicts;

    @Nullable
    Long retryAfter;

    @Nullable
    Object current;

    ProblemDraft(ProblemType kind, String detail) {
        this.type = kind.uri();
        this.title = kind.title();
        this.status = kind.status();
        this.detail = detail;
        this.error = kind.title();
        this.message = detail;
        this.errors = List.of();
        this.conflicts = List.of();
    }

    ProblemDraft(Problem begun) {
        this.type = begun.type();
        this.title = begun.title();
        this.status = begun.status();
        this.detail = begun.detail();
        this.instance = begun.instance();
        this.error = begun.error();
        this.message = begun.message();
        this.field = begun.field();
        this.taskId = begun.taskId();
        this.requestId = begun.requestId();
        this.errors = begun.errors();
        this.tag = begun.tag();
        this.conflicts = begun.conflicts();
        this.retryAfter = begun.retryAfter();
        this.current = begun.current();
    }

    Problem made() {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                error,
                message,
                field,
                taskId,
                requestId,
                errors,
                tag,
                conflicts,
                retryAfter,
                current);
    }
}
