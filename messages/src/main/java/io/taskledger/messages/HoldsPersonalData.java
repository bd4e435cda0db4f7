package io.taskledger.messages;

/** An event with {@link Personal} components. */
public interface HoldsPersonalData {

    /** Whose key protects them, so whose erasure takes them away. Stored beside them, in clear. */
    SubjectId subject();
}
