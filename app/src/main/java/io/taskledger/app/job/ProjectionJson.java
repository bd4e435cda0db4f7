package io.taskledger.app.job;

import java.util.List;
import java.util.Optional;

import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.messages.projection.RebuildReport;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What jobs about projections report: records as JSON, which the command line makes tables of. */
public final class ProjectionJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ProjectionJson() {}

    /**
     * What came of rebuilds or checks, one after the other.
     *
     * @param refusals a sentence for each projection that none was begun for
     */
    public record Rebuilt(List<RebuildReport> reports, List<String> refusals) {
        public Rebuilt {
            reports = List.copyOf(reports);
            refusals = List.copyOf(refusals);
        }

        /** Whether all went well and nothing differed. */
        public boolean clean() {
            return refusals.isEmpty() && reports.stream().allMatch(RebuildReport::clean);
        }
    }

    static String text(Object record) {
        return JSON.writeValueAsString(record);
    }

    public static List<ProjectionStatus> statuses(String text) {
        return JSON.readValue(text, new TypeReference<List<ProjectionStatus>>() {});
    }

    public static List<DeadLetter> deadLetters(String text) {
        return JSON.readValue(text, new TypeReference<List<DeadLetter>>() {});
    }

    public static Rebuilt rebuilt(String text) {
        return JSON.readValue(text, Rebuilt.class);
    }

    /** Empty where the job has not told anything yet. */
    public static Optional<RebuildReport> progress(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(JSON.readValue(text, RebuildReport.class));
    }
}
