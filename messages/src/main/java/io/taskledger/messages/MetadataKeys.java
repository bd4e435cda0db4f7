package io.taskledger.messages;

/** Keys of the metadata that every message carries. Stored with each event, hence contracts. */
public final class MetadataKeys {

    /** {@link UserId}'s text: who acts. Absent where the system itself acts. */
    public static final String ACTOR = "actor";

    /** {@link ActionId}'s text: what one person did at once. */
    public static final String ACTION_ID = "actionId";

    /** {@link ActionId}'s text of the action that this one takes back. Else absent. */
    public static final String UNDOES = "undoes";

    /** {@link ActionId}'s text of the action that was taken back and is done again by this one. Else absent. */
    public static final String REDOES = "redoes";

    /** {@code "true"} where the action was about many tasks at once, whose owners are not told of each. Else absent. */
    public static final String BULK = "bulk";

    /** Id of the message that began it all. */
    public static final String CORRELATION_ID = "correlationId";

    /** Id of the message that led to this one. */
    public static final String CAUSATION_ID = "causationId";

    /** {@link Via}'s name in lower case: through what the actor acted. */
    public static final String VIA = "via";

    /**
     * What a file calls the person who did what an import tells, where that is nobody's account here. Personal: stored
     * sealed, under the key of the {@link #ACTOR} who imports it.
     */
    public static final String IMPORTED_ACTOR = "importedActor";

    /**
     * On commands of an import: when it happened, an {@link java.time.Instant}'s text. Their events have it as their time,
     * and only in a stream that the same action began. Not stored with events.
     */
    public static final String HAPPENED_AT = "happenedAt";

    /** On queries: the ledger position that the answer must reflect, a number. Not stored. */
    public static final String AWAIT_POSITION = "awaitPosition";

    /** On commands: the actor's own name for the request, which is done once under it. Not stored with events. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** On commands with an idempotency key: SHA-256 of the request in hex. Not stored with events. */
    public static final String REQUEST_DIGEST = "requestDigest";

    /**
     * On a task's commands: the sequence number that the task's last event must have, a {@code Long}. Where it is another
     * one, the command is refused. Not stored with events.
     */
    public static final String EXPECTED_VERSION = "expectedVersion";

    private MetadataKeys() {}
}
