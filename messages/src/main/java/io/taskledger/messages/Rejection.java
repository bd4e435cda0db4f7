package io.taskledger.messages;

import java.time.Instant;
import java.util.List;

/** Why a command was refused, as data. Each feature has its own sealed kind; each edge finds the words. */
public interface Rejection {

    /** The command's own fields break a rule; at least one problem. */
    record Invalid(List<FieldProblem> problems) implements Rejection {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** Whom the text would belong to was erased: nothing personal of theirs is recorded any more. */
    record SubjectErased(SubjectId subject) implements Rejection {}

    /**
     * Nothing can be told to have happened then: it is still to come, it is before what the stream tells already, or the
     * stream has events of others than the one import that began it.
     */
    record PastIsClosed(Instant at) implements Rejection {}

    /** Another request was made under this idempotency key: each request needs a key of its own. */
    record KeyUsedForAnother(String key) implements Rejection {}
}
