package io.taskledger.app.job;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.history.HistoryRejection;
import io.taskledger.messages.history.LedgerReplay;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.ReplayId;
import io.taskledger.messages.history.ReplayRun;
import io.taskledger.query.operation.LedgerReplays;
import io.taskledger.query.rebuild.Replay;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Folds the whole ledger once more, for whoever filed it: the command line, or REST through {@link LedgerReplays}. */
@Component
public final class ReplayHistory implements JobKind {

    public static final String NAME = "history-replay";

    /** Up to which position; absent with {@link #RECORDED_BY} for all there is. */
    public static final String POSITION = "position";

    /** By when it was recorded, ISO-8601. */
    public static final String RECORDED_BY = "recorded-by";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Replay replay;

    ReplayHistory(Replay replay) {
        this.replay = replay;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(Map<String, String> arguments, byte[] input, Progress progress) {
        return JSON.writeValueAsString(
                replay.run(upTo(arguments), (done, total) -> progress.told(figure(done), figure(total))));
    }

    /** What a job has reported. */
    public static LedgerReplay report(String text) {
        return JSON.readValue(text, LedgerReplay.class);
    }

    private OptionalLong upTo(Map<String, String> arguments) {
        var position = arguments.get(POSITION);
        var recorded = arguments.get(RECORDED_BY);
        return position == null && recorded == null
                ? OptionalLong.empty()
                : OptionalLong.of(checked(
                        position == null
                                ? new PastMoment.Recorded(Instant.parse(String.valueOf(recorded)))
                                : new PastMoment.Position(Long.parseLong(position))));
    }

    private long checked(PastMoment moment) {
        try {
            return replay.position(moment);
        } catch (CommandRejected rejected) {
            throw new JobRefused(
                    rejected.rejection() instanceof HistoryRejection.StillToCome
                            ? "The ledger ends at position " + replay.end() + ": what comes after it nobody can tell."
                            : "Nothing was recorded by then.");
        }
    }

    /** For the job's columns, which are smaller. */
    private static int figure(long events) {
        return (int) Math.min(events, Integer.MAX_VALUE);
    }

    /** Replays as jobs. */
    static final class AsJobs implements LedgerReplays.Runs {

        private final JobDesk desk;

        AsJobs(JobDesk desk) {
            this.desk = desk;
        }

        @Override
        public void begin(ReplayId id, OptionalLong upTo) {
            var arguments =
                    upTo.isPresent() ? Map.of(POSITION, Long.toString(upTo.getAsLong())) : Map.<String, String>of();
            desk.file(id.text(), NAME, arguments, new byte[0]);
        }

        @Override
        public Optional<ReplayRun> find(ReplayId id) {
            return desk.find(id.text()).map(job -> run(id, job));
        }

        private static ReplayRun run(ReplayId id, JobDesk.JobState job) {
            var text = Optional.ofNullable(job.report()).filter(report -> !report.isEmpty());
            var ended = job.succeeded() != null;
            var state = ended
                    ? job.wentWell() ? ReplayRun.State.ENDED : ReplayRun.State.FAILED
                    : job.takenBy() == null ? ReplayRun.State.WAITING : ReplayRun.State.REPLAYING;
            return new ReplayRun(
                    id,
                    state,
                    job.done(),
                    job.total(),
                    job.wentWell() ? text.map(ReplayHistory::report) : Optional.empty(),
                    state == ReplayRun.State.FAILED ? text : Optional.empty());
        }
    }
}
