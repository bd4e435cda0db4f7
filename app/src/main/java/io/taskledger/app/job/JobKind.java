package io.taskledger.app.job;

import java.util.Map;

/** A kind of work that can be filed. What it refuses, it throws as {@link JobRefused}; the rest is a fault. */
public interface JobKind {

    /** Among the arguments: the job's own id, the same when it is run a second time. */
    String ID = "job";

    /** The name that it is filed under. */
    String name();

    /**
     * Does the work. May be run a second time where a node was lost in the middle of it: what was done is found and left.
     *
     * @param input a file's bytes, empty where the job has none
     * @return lines for the operator
     */
    String run(Map<String, String> arguments, byte[] input, Progress progress);
}
