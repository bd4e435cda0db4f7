package io.taskledger.app.job;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The jobs in the database: filed on one side, taken on the other. Times are the database's own. */
public final class JobDesk {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Seconds after which a node that gave no sign of life is taken for lost. */
    static final int LOST_AFTER_SECONDS = 10;

    private final JdbcClient jdbc;

    public JobDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void file(String id, String kind, Map<String, String> arguments, byte[] input) {
        jdbc.sql("insert into automation.job (id, kind, arguments, input) values (:id, :kind, :arguments, :input)")
                .param("id", id)
                .param("kind", kind)
                .param("arguments", JSON.writeValueAsString(arguments))
                .param("input", input)
                .update();
    }

    public JobState state(String id) {
        return find(id).orElseThrow();
    }

    Optional<JobState> find(String id) {
        return jdbc.sql("select taken_by, done, total, succeeded, report from automation.job where id = :id")
                .param("id", id)
                .query(JobState.class)
                .optional();
    }

    /** Whether a node is running that will take a job. */
    public boolean isAttended() {
        return jdbc.sql("""
                        select exists (
                            select from automation.node
                            where beat_at > clock_timestamp() - make_interval(secs => :lost))""")
                .param("lost", LOST_AFTER_SECONDS)
                .query(Boolean.class)
                .single();
    }

    void beat(String node) {
        jdbc.sql("""
                        insert into automation.node (id, beat_at) values (:node, clock_timestamp())
                        on conflict on constraint node_pk do update set beat_at = clock_timestamp()""").param("node", node).update();
        jdbc.sql("update automation.job set beat_at = clock_timestamp() where taken_by = :node and ended_at is null")
                .param("node", node)
                .update();
    }

    void leave(String node) {
        jdbc.sql("delete from automation.node where id = :node")
                .param("node", node)
                .update();
    }

    /** The oldest job that nobody has, or whose node was lost; of two nodes that ask at once one gets it. */
    Optional<Job> take(String node) {
        return jdbc.sql("""
                        update automation.job set taken_by = :node, beat_at = clock_timestamp(), done = 0
                        where id = (
                            select id from automation.job
                            where ended_at is null
                            and (taken_by is null or beat_at < clock_timestamp() - make_interval(secs => :lost))
                            order by filed_at
                            limit 1
                            for update skip locked)
                        returning id, kind, arguments, input""")
                .param("node", node)
                .param("lost", LOST_AFTER_SECONDS)
                .query((row, index) -> new Job(
                        row.getString("id"),
                        row.getString("kind"),
                        JSON.readValue(row.getString("arguments"), new TypeReference<Map<String, String>>() {}),
                        row.getBytes("input")))
                .optional();
    }

    void progress(String id, int done, int total, String report) {
        jdbc.sql("update automation.job set done = :done, total = :total, report = :report where id = :id")
                .param("done", done)
                .param("total", total)
                .param("report", report)
                .param("id", id)
                .update();
    }

    void end(String id, boolean succeeded, String report) {
        jdbc.sql("""
                        update automation.job
                        set ended_at = clock_timestamp(), succeeded = :succeeded, report = :report, input = null
                        where id = :id""")
                .param("succeeded", succeeded)
                .param("report", report)
                .param("id", id)
                .update();
    }

    /** A job that was taken. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Job(String id, String kind, Map<String, String> arguments, byte @Nullable [] input) {}

    /**
     * How far a job has got.
     *
     * @param succeeded null until it has ended
     * @param report lines for the operator once it has ended; before, what its kind tells meanwhile
     */
    public record JobState(
            @Nullable String takenBy,
            int done,
            int total,
            @Nullable Boolean succeeded,
            @Nullable String report) {

        /** False also while nobody knows. */
        public boolean wentWell() {
            return Boolean.TRUE.equals(succeeded);
        }
    }
}
