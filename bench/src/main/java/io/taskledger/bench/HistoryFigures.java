package io.taskledger.bench;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.taskledger.bench.measure.Client;
import io.taskledger.bench.measure.Figure;
import io.taskledger.bench.measure.Report;
import io.taskledger.bench.measure.Sample;
import io.taskledger.bench.measure.Target;
import io.taskledger.bench.product.FilledNode;
import io.taskledger.bench.product.Node;
import io.taskledger.bench.product.Program;
import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What asking for the past costs next to asking for now, over REST: somebody's tasks of a dozen people's. */
final class HistoryFigures {

    private static final int PEOPLE = 12;
    private static final int LONG_LIFE = 10_000;
    private static final int ASKED = 200;
    private static final int WARM_UP = 200;

    private final Report report;
    private final Program owner;
    private final String among;

    private HistoryFigures(Report report, Program owner, String among) {
        this.report = report;
        this.owner = owner;
        this.among = among;
    }

    static void measure(Stage stage, Report report) throws Exception {
        var people = new ArrayList<Program>();
        report.say("lengths of streams: " + stage.lengths().source());
        try (var filled = FilledNode.start(
                Node::start, stage.database(), stage.data(), stage.lengths(), stage.events(), before -> {
                    people.add(Program.of(before, "owner"));
                    return Stream.concat(
                                    Stream.of(people.getFirst().id()),
                                    Stream.generate(UserId::next).limit(PEOPLE - 1))
                            .toList();
                })) {
            var owner = people.getFirst().on(filled.node());
            var figures = new HistoryFigures(report, owner, String.format(Locale.ROOT, "%,d versions", stage.events()));
            figures.lists(middle(filled.node()));
            figures.longLife();
        }
    }

    /** When half of it had happened. */
    private static OffsetDateTime middle(Node node) {
        return node.bean(JdbcClient.class)
                .sql("select happened_at from ledger.event where position >="
                        + " (select max(position) / 2 from ledger.event) order by position limit 1")
                .query(OffsetDateTime.class)
                .single();
    }

    private void lists(OffsetDateTime then) throws Exception {
        for (var filter : List.of(
                "",
                "&completed=false",
                "&priority=high",
                "&tags=garden",
                "&sort_by=due_date",
                "&sort_by=title",
                "&search=plumber",
                "&search=garden%20budget")) {
            var page = "/tasks?limit=20" + filter;
            asOf("happened, " + page, page, page + "&at=" + then.toInstant());
        }
        asOf("recorded, /tasks?limit=20", "/tasks?limit=20", "/tasks?limit=20&recorded_at=" + recorded());
        asOf("happened, statistics", "/tasks/stats", "/tasks/stats?at=" + then.toInstant());
    }

    /** All that is in the ledger was recorded within seconds: some instant in there will do. */
    private String recorded() throws SQLException {
        try (var connection = owner.node().database().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select max(recorded_at) from ledger.event")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant().toString();
        }
    }

    /** Both take turns. */
    private void asOf(String name, String now, String then) throws Exception {
        try (var asking = owner.asking(now);
                var askingThen = owner.asking(then)) {
            var nowTook = new ArrayList<Double>();
            var thenTook = new ArrayList<Double>();
            for (int asked = 0; asked < WARM_UP + ASKED; asked++) {
                double one = milliseconds(asking);
                double other = milliseconds(askingThen);
                if (asked >= WARM_UP) {
                    nowTook.add(one);
                    thenTook.add(other);
                }
            }
            var past = new Sample(thenTook);
            double present = new Sample(nowTook).median();
            report.add(new Figure(
                    "as of, " + name + ", " + among + ", to now (p50)",
                    past.median() / present,
                    present,
                    Target.atMost(3),
                    "× now, ms"));
            report.add(Figure.absolute(
                    "as of, " + name + ", " + among + ", p95", past.percentile(0.95), Target.atMost(100), "ms"));
        }
    }

    private void longLife() throws Exception {
        var task = "/tasks/" + owner.edited(LONG_LIFE - 1);
        owner.node().awaitProjection();
        for (int version : new int[] {0, LONG_LIFE / 2, LONG_LIFE - 1}) {
            latency("version " + version, task + "/versions/" + version, Target.atMost(100));
        }
        latency("the latest versions", task + "/versions", Target.atMost(100));
        latency("as of now", task + "?at=" + OffsetDateTime.now(ZoneOffset.UTC).toInstant(), Target.atMost(100));
        for (var whole : List.of("/blame", "/replay?limit=20")) {
            latency(whole, task + whole, null);
        }
    }

    private void latency(String name, String path, @Nullable Target target) throws Exception {
        try (var line = owner.asking(path)) {
            var took = new ArrayList<Double>();
            for (int asked = 0; asked < ASKED; asked++) {
                took.add(milliseconds(line));
            }
            report.add(new Figure(
                    "a task of 10,000 events, " + name + ", p95",
                    new Sample(took).percentile(0.95),
                    null,
                    target,
                    "ms"));
        }
    }

    private static double milliseconds(Client client) throws Exception {
        long began = System.nanoTime();
        client.act();
        return (System.nanoTime() - began) / 1e6;
    }
}
