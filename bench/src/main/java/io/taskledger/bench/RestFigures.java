package io.taskledger.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.taskledger.bench.measure.Client;
import io.taskledger.bench.measure.Crowd;
import io.taskledger.bench.measure.Duel;
import io.taskledger.bench.measure.Figure;
import io.taskledger.bench.measure.ProcessorTime;
import io.taskledger.bench.measure.Report;
import io.taskledger.bench.measure.Sample;
import io.taskledger.bench.measure.Target;
import io.taskledger.bench.product.FilledNode;
import io.taskledger.bench.product.Node;
import io.taskledger.bench.product.Program;
import io.taskledger.bench.product.Sent;
import io.taskledger.bench.product.StreamLengths;
import io.taskledger.messages.UserId;

/** What programs wait for, among as many tasks as many people have: somebody's 10,000 among all. */
final class RestFigures {

    private static final int EACH = 10_000;
    private static final int PAGE_OF = 1_000;
    private static final int ASKED = 300;
    private static final int WARM_UP = 300;
    private static final int ROUNDS = 5;
    private static final Duration TURN = Duration.ofSeconds(3);

    private final Report report;
    private final Program owner;
    private final Program lister;
    private final Program maker;

    private RestFigures(Report report, Program owner, Program lister, Program maker) {
        this.report = report;
        this.owner = owner;
        this.lister = lister;
        this.maker = maker;
    }

    static void measure(Stage stage, Report report) throws Exception {
        var people = new ArrayList<Program>();
        var database = stage.database();
        try (var filled = FilledNode.start(
                Node::start, database, stage.data(), StreamLengths.brief(), stage.tasks() * 3 / 2, before -> {
                    Stream.of("owner", "lister", "maker")
                            .map(name -> Program.of(before, name))
                            .forEach(people::add);
                    var others = Stream.generate(UserId::next).limit(stage.tasks() / EACH - 1);
                    return Stream.concat(Stream.of(people.getFirst().id()), others)
                            .toList();
                })) {
            people.replaceAll(program -> program.on(filled.node()));
            var figures = new RestFigures(report, people.get(0), people.get(1), people.get(2));
            try (var connection = database.connect()) {
                execute(connection, "create extension pg_stat_statements");
                execute(connection, "select pg_stat_statements_reset()"); // of what filled the tables
                figures.latencies(String.format(Locale.ROOT, "%,d tasks", stage.tasks()));
                figures.firstPage(filled.node());
                figures.throughput(filled.node());
                figures.slowest(connection);
            }
        }
    }

    /** Each as the first page of twenty. */
    private static Map<String, String> questions() {
        var today = LocalDate.of(2026, 6, 1);
        var questions = new LinkedHashMap<String, String>();
        questions.put("all", "");
        questions.put("open", "completed=false");
        questions.put("completed", "completed=true");
        questions.put("high priority", "priority=high");
        questions.put("a tag", "tags=garden");
        questions.put("two tags", "tags=garden,work");
        questions.put("either tag", "tags_any=garden,work");
        questions.put("overdue", "overdue=true");
        questions.put("due in a month", "due_after=" + today + "&due_before=" + today.plusMonths(1));
        questions.put("created in a week", "created_after=2025-01-02&created_before=2025-01-09");
        questions.put("by due date", "sort_by=due_date&sort_order=asc");
        questions.put("by title", "sort_by=title&sort_order=asc");
        questions.put("page 400", "page=400");
        questions.put("a common word", "search=plumber");
        questions.put("two words", "search=garden%20budget");
        questions.put("the beginning of a word", "search=confe");
        questions.put("part of a word", "search=vestigat");
        questions.put("no task's word", "search=zeppelin");
        questions.put("all of it at once", "completed=false&priority=high&tags=work&search=coffee");
        return questions;
    }

    private void latencies(String among) throws Exception {
        for (var question : questions().entrySet()) {
            var path = "/tasks?limit=20" + (question.getValue().isEmpty() ? "" : "&") + question.getValue();
            latency(question.getKey(), path, among);
        }
        latency("best matches", "/search?q=plumber%20friday&limit=20", among);
        latency("statistics", "/tasks/stats", among);
    }

    private void latency(String name, String path, String among) throws Exception {
        try (var line = owner.asking(path)) {
            var milliseconds = new ArrayList<Double>();
            for (int asked = 0; asked < WARM_UP + ASKED; asked++) {
                long began = System.nanoTime();
                line.act();
                if (asked >= WARM_UP) {
                    milliseconds.add((System.nanoTime() - began) / 1e6);
                }
            }
            var sample = new Sample(milliseconds);
            report.add(Figure.absolute(
                    "REST, " + name + ", 10,000 of " + among + ", p95",
                    sample.percentile(0.95),
                    Target.atMost(10),
                    "ms"));
        }
    }

    /** The answer of the query side, next to the very statements that it sends, replayed. */
    private void firstPage(Node node) throws Exception {
        var sent = Sent.whileAsking(node, owner.id());
        try (var plain = Crowd.of(8, () -> sent.replaying(node));
                var asking = Crowd.of(8, () -> sent.asking(node))) {
            var outcome = new Duel(() -> plain.perSecond(TURN), () -> asking.perSecond(TURN)).fight(ROUNDS);
            report.add(Figure.ratio(
                    "first page, 8 clients (" + sent.count() + " statements)", outcome, Target.atLeast(0.6)));
        }
    }

    private void throughput(Node node) throws Exception {
        for (int task = 0; task < PAGE_OF; task++) {
            lister.create();
        }
        perSecond("creates", 3_000, maker::creating, node);
        perSecond("lists of 20 of 1,000", 3_000, () -> lister.asking("/tasks?limit=20"), node);
        perSecond("statistics", 5_000, () -> lister.asking("/tasks/stats"), node);
    }

    /** What the projections do afterwards counts as processor time, too. */
    private void perSecond(String what, int target, Supplier<Client> client, Node node) throws Exception {
        try (var crowd = Crowd.of(16, client)) {
            crowd.perSecond(TURN);
            crowd.perSecond(TURN);
            node.awaitProjection();
            var before = ProcessorTime.now();
            var rates = List.of(crowd.perSecond(TURN), crowd.perSecond(TURN), crowd.perSecond(TURN));
            node.awaitProjection();
            var took = ProcessorTime.now().since(before);
            var name = "REST, " + what + ", 16 connections";
            report.add(Figure.absolute(name, new Sample(rates).median(), Target.atLeast(target), "a second"));
            var actions =
                    rates.stream().mapToDouble(rate -> rate * TURN.toSeconds()).sum();
            report.add(Figure.aside(name + ", JVM with clients", micros(took.jvm(), actions), "µs each"));
            report.add(Figure.aside(name + ", PostgreSQL", micros(took.database(), actions), "µs each"));
        }
    }

    private static double micros(Duration time, double actions) {
        return time.toNanos() / 1e3 / actions;
    }

    private void slowest(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select mean_exec_time, left(regexp_replace(query, '\\s+', ' ', 'g'), 160)
                        from pg_stat_statements
                        where calls >= 10
                        order by mean_exec_time desc
                        limit 1""")) {
            row.next();
            report.say("slowest statement: " + row.getString(2));
            report.add(Figure.absolute("slowest statement's mean", row.getDouble(1), Target.atMost(50), "ms"));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
