package io.taskledger.rest.workspace;

import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceQuery.Side;
import io.taskledger.rest.input.Given;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import org.jspecify.annotations.Nullable;

/** The list that another is to stand beside, as a body names it: {@code before} it, or {@code after} it, or neither. */
record Neighbour(Given<String> before, Given<String> after) {

    static Neighbour in(JsonBody body) {
        return new Neighbour(body.optional("before", Kinds.TEXT), body.optional("after", Kinds.TEXT));
    }

    /**
     * Null where none is named. Good after the body's {@code enforce()}.
     *
     * @throws io.taskledger.rest.input.InvalidInput where two are named
     */
    @Nullable
    ListId list() {
        if (before.sent() && after.sent()) {
            throw Spaces.invalid("after", "Input should name one neighbour: before or after");
        }
        var named = before.sent() ? before.orNull() : after.orNull();
        return named == null ? null : Spaces.list(named);
    }

    Side side() {
        return before.sent() ? Side.BEFORE : Side.AFTER;
    }

    /** By which the client named it. */
    String field() {
        return before.sent() ? "before" : "after";
    }
}
