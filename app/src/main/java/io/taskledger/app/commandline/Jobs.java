package io.taskledger.app.commandline;

import java.util.Map;
import java.util.function.Consumer;

import io.taskledger.app.job.JobDesk.JobState;

/** Has jobs done by whoever runs the instance. */
interface Jobs {

    /**
     * Waits until the job has ended.
     *
     * @param input a file's bytes, empty where the job has none
     * @param watching is shown the job again and again before that
     * @return the job when it had ended
     */
    JobState done(String kind, Map<String, String> arguments, byte[] input, Consumer<JobState> watching);
}
