package io.taskledger.security.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.taskledger.messages.SubjectId;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.key.KeyFault;
import io.taskledger.security.key.OwnerOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Who was erased and when, in a file beside the master key: ids only, one JSON object a line. A restore overwrites the
 * database, and with it brings back whom it knew; it does not overwrite this, by which they go again.
 */
public final class ErasureList {

    public static final String FILE = "erased.jsonl";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Those whom the database does not know to be erased, in the ledger or not. */
    private static final String NEWS = """
            select l.subject, exists (select from ledger.event e where e.stream_id = l.subject) as lives
            from unnest(cast(:subjects as text[])) l(subject)
            where not exists (select from security.erasure known where known.subject = l.subject)""";

    private static final List<String> FORGET = List.of(
            // What the key sealed reads as placeholders from now on.
            "update security.subject_key set wrapped = null, erased_at = clock_timestamp()"
                    + " where subject = :subject and wrapped is not null",
            "insert into security.subject_key (subject, version, wrapped, erased_at)"
                    + " values (:subject, 1, null, clock_timestamp())"
                    + " on conflict on constraint subject_key_pk do nothing",
            "delete from security.link where user_id = :subject",
            // With all of its sessions and tokens.
            "delete from security.credential where user_id = :subject",
            "delete from ledger.reservation where holder = :subject");

    private static final String ASK = """
            insert into security.erasure (subject, asked_at, done_at, again)
            values (
                :subject, clock_timestamp(),
                case when cast(:lives as boolean) then null else clock_timestamp() end, cast(:lives as boolean))
            on conflict on constraint erasure_pk do nothing""";

    private final Path folder;
    private final Path file;

    /** @param at when it was asked for, UTC */
    record Erasure(String subject, Instant at) {}

    /** @param settings say where the keys are */
    public ErasureList(SecuritySettings settings) {
        this.folder = settings.keysFolder();
        this.file = folder.resolve(FILE);
    }

    /**
     * Erases in this database whom it does not know to be erased: their keys, passwords, sessions, links and reserved names,
     * in one transaction. The product deletes their accounts and what is left of them when it runs; until
     * {@code taskledger erase --finish} its files may still hold what read models were restored with.
     *
     * @param database where {@code ledger} and {@code security} may be written
     * @return how many they were; zero where nothing had to be done
     * @throws KeyFault where the file cannot be understood
     * @throws UncheckedIOException where it cannot be read
     */
    public int apply(DataSource database) {
        var subjects = read().keySet().toArray(String[]::new);
        if (subjects.length == 0) {
            return 0;
        }
        var applied = new TransactionTemplate(new DataSourceTransactionManager(database))
                .execute(_ -> apply(JdbcClient.create(database), subjects));
        return applied;
    }

    private static int apply(JdbcClient jdbc, String[] subjects) {
        var news = jdbc.sql(NEWS)
                .param("subjects", subjects)
                .query((row, number) -> Map.entry(row.getString("subject"), row.getBoolean("lives")))
                .list();
        for (var one : news) {
            FORGET.forEach(sql -> jdbc.sql(sql).param("subject", one.getKey()).update());
            jdbc.sql(ASK)
                    .param("subject", one.getKey())
                    .param("lives", one.getValue())
                    .update();
        }
        return (int) news.stream().filter(Map.Entry::getValue).count();
    }

    /** Adds those who are not in it yet; on the disk when this returns. */
    synchronized void note(Collection<Erasure> erasures) {
        var known = read();
        var lines = new StringBuilder();
        for (var erasure : erasures) {
            if (known.putIfAbsent(erasure.subject(), erasure.at()) == null) {
                lines.append(JSON.writeValueAsString(erasure)).append('\n');
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(folder, OwnerOnly.folder(folder));
            if (Files.notExists(file)) {
                Files.createFile(file, OwnerOnly.file(folder));
            }
            append(lines.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException("the list of the erased cannot be kept in " + file, failed);
        }
    }

    /** What a crash left of a line is ended first, so that it stays alone. */
    private void append(String lines) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var last = ByteBuffer.allocate(1);
            var torn = channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
            channel.write(ByteBuffer.wrap(((torn ? "\n" : "") + lines).getBytes(UTF_8)), channel.size());
            channel.force(true);
        }
    }

    /** In the order of the file. */
    Map<String, Instant> read() {
        var erased = new LinkedHashMap<String, Instant>();
        if (Files.notExists(file)) {
            return erased;
        }
        try {
            for (var line : Files.readAllLines(file, UTF_8)) {
                // What a crash left of one was noted again since, from the database.
                if (line.endsWith("}")) {
                    var one = parsed(line);
                    erased.putIfAbsent(one.subject(), one.at());
                }
            }
            return erased;
        } catch (IOException failed) {
            throw new UncheckedIOException("the list of the erased in " + file + " cannot be read", failed);
        }
    }

    private Erasure parsed(String line) {
        try {
            var erasure = JSON.readValue(line, Erasure.class);
            if (SubjectId.parse(erasure.subject()).isPresent()) {
                return erasure;
            }
        } catch (JacksonException unreadable) {
            // Told below, without the line.
        }
        throw new KeyFault(file + " is damaged: it lists who was erased, and one of its lines cannot be understood."
                + " Put it back from where it is kept.");
    }
}
