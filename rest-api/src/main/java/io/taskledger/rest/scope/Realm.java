package io.taskledger.rest.scope;

import java.util.Optional;
import java.util.Set;

import io.taskledger.security.Scope;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;

/** What an operation is about, and so which scopes a token needs for it. */
public enum Realm {
    TASKS,
    ACCOUNT,
    /** What one did, to tasks and to one's account. */
    ACTIVITY,
    /** What only an admin of the instance may do. */
    ADMIN,
    /** For the person alone: no token that was made for a program is enough. */
    PERSON;

    /** Of an operation: what it says itself, else what its controller says; empty where neither does. */
    public static Optional<Realm> of(HandlerMethod operation) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(operation.getMethod(), Within.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(operation.getBeanType(), Within.class)))
                .map(Within::value);
    }

    /**
     * All that a token needs; empty where no token is enough.
     *
     * @param method of HTTP
     */
    public Set<Scope> needed(String method) {
        var reads = method.equals(HttpMethod.GET.name());
        return switch (this) {
            case TASKS -> Set.of(reads ? Scope.TASKS_READ : Scope.TASKS_WRITE);
            case ACCOUNT -> Set.of(reads ? Scope.ACCOUNT_READ : Scope.ACCOUNT_WRITE);
            case ACTIVITY -> Set.of(Scope.TASKS_READ, Scope.ACCOUNT_READ);
            case ADMIN -> Set.of(Scope.ADMIN);
            case PERSON -> Set.of();
        };
    }
}
