package io.taskledger.app.job;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.github.f4b6a3.ulid.UlidCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * This node at the desk: takes jobs and shows that it is there, for as long as the product runs. Several at once, since
 * one may be there to pause or to end another.
 */
final class JobTaker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobTaker.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final Duration TELLING = Duration.ofMillis(100);
    private static final int AT_ONCE = 8;

    private final String node = "node-" + UlidCreator.getMonotonicUlid();
    private final JobDesk desk;
    private final Map<String, JobKind> kinds;
    private final Thread beating =
            Thread.ofPlatform().name("job-beat").daemon().unstarted(() -> every(BEAT, this::beat));
    private final Thread looking =
            Thread.ofPlatform().name("job-look").daemon().unstarted(() -> every(LOOK, this::look));
    private final ExecutorService working = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("job-", 0).daemon().factory());
    private final Semaphore hands = new Semaphore(AT_ONCE);
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    JobTaker(JobDesk desk, List<JobKind> kinds) {
        this.desk = desk;
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::name, Function.identity()));
    }

    @Override
    public void start() {
        running = true;
        beating.start();
        looking.start();
    }

    /** A job that is cut short here is taken again by the next node. */
    @Override
    public void stop() {
        running = false;
        looking.interrupt();
        beating.interrupt();
        working.shutdownNow();
        unlessAway(() -> desk.leave(node));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void beat() {
        desk.beat(node);
    }

    private void look() {
        while (running && hands.tryAcquire()) {
            var job = takeOne();
            if (job.isEmpty()) {
                hands.release();
                return;
            }
            // Also one that this node has in hand, where it could give no sign of life for a while.
            if (inHand.add(job.get().id())) {
                working.execute(() -> unlessAway(() -> run(job.get())));
            } else {
                hands.release();
            }
        }
    }

    private Optional<JobDesk.Job> takeOne() {
        try {
            return desk.take(node);
        } catch (DataAccessException away) {
            hands.release();
            throw away;
        }
    }

    private void run(JobDesk.Job job) {
        try {
            work(job);
        } finally {
            inHand.remove(job.id());
            hands.release();
        }
    }

    private void work(JobDesk.Job job) {
        var kind = kinds.get(job.kind());
        if (kind == null) {
            desk.end(job.id(), false, "This version of the product knows no job " + job.kind() + ".");
            return;
        }
        try {
            var input = job.input() == null ? new byte[0] : job.input();
            var report = kind.run(
                    arguments(job),
                    input,
                    unhurried((done, total, soFar) -> desk.progress(job.id(), done, total, soFar)));
            desk.end(job.id(), true, report);
        } catch (JobRefused refused) {
            desk.end(job.id(), false, String.valueOf(refused.getMessage()));
        } catch (RuntimeException fault) {
            if (running) {
                log.error("The job {} failed", job.kind(), fault);
                desk.end(job.id(), false, "The job failed; the product's log says why.");
            }
        }
    }

    /** A job may tell of each of a thousand steps: the desk hears of some, and of the last one. */
    private static Progress unhurried(Progress desk) {
        var next = new AtomicLong(System.nanoTime());
        return (done, total, soFar) -> {
            var now = System.nanoTime();
            if (done >= total || now - next.get() >= 0) {
                next.set(now + TELLING.toNanos());
                desk.told(done, total, soFar);
            }
        };
    }

    private static Map<String, String> arguments(JobDesk.Job job) {
        var arguments = new HashMap<>(job.arguments());
        arguments.put(JobKind.ID, job.id());
        return arguments;
    }

    private void every(Duration pause, Runnable work) {
        while (running) {
            unlessAway(work);
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /** A database that is away comes back. */
    private static void unlessAway(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException away) {
            log.warn("Jobs wait for the database: {}", away.getMessage());
        }
    }
}
