package io.taskledger.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Page;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountCommand;
import io.taskledger.messages.account.AccountCommand.ChangeEmail;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
import io.taskledger.messages.account.AccountQuery.FindOwnPreferences;
import io.taskledger.messages.account.AccountRejection;
import io.taskledger.messages.account.OwnPreferences;
import io.taskledger.messages.account.Preferences;
import io.taskledger.messages.account.ProfileCommand.ChangePreferences;
import io.taskledger.messages.account.ProfileCommand.EditProfile;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.activity.ActivityQuery.ReadActivity;
import io.taskledger.messages.activity.ActivityQuery.ReadTaskActivity;
import io.taskledger.messages.activity.ActivityQuery.SumUpActivity;
import io.taskledger.messages.activity.ActivitySummary;
import io.taskledger.messages.once.FindAnswer;
import io.taskledger.messages.once.FirstAnswer;
import io.taskledger.messages.once.KeepAnswer;
import io.taskledger.messages.task.DayStatistics;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.StatisticsQuery.CountByDay;
import io.taskledger.messages.task.StatisticsQuery.SumUpTasks;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskStatistics;
import io.taskledger.security.Acting;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;

/** What is behind the gateways, in memory: it remembers what it was told and answers what a test put in. */
public class PretendHouse {

    public static final UserId ANN = new UserId("user-01KAJ4X9T3B6N8R0C2YVHE5G7D");
    public static final Instant NOW = Instant.parse("2026-11-21T07:25:23.606479Z");
    public static final long POSITION = 41;

    public final List<TaskCommand> commands = new ArrayList<>();
    public final List<AccountCommand> ofAccounts = new ArrayList<>();
    public Preferences preferences = Preferences.atFirst();
    public String zone;
    public final List<Object> queries = new ArrayList<>();
    public final List<Long> awaited = new ArrayList<>();
    public final Map<TaskId, TaskDetails> tasks = new HashMap<>();
    public final List<Activity> activities = new ArrayList<>();
    /** What was done under which key: the target. */
    public final Map<String, String> done = new HashMap<>();

    public final Map<String, FirstAnswer> kept = new HashMap<>();
    public boolean forgetful;
    /** Runs when a kept answer is asked for, after it was looked for. */
    public Runnable asked = () -> {};

    public boolean late;
    public RuntimeException fault;

    public void clear() {
        commands.clear();
        ofAccounts.clear();
        preferences = Preferences.atFirst();
        zone = null;
        queries.clear();
        awaited.clear();
        tasks.clear();
        activities.clear();
        done.clear();
        kept.clear();
        forgetful = false;
        asked = () -> {};
        late = false;
        fault = null;
    }

    public TaskDetails has(TaskDetails task) {
        tasks.put(task.taskId(), task);
        return task;
    }

    /** As the command side's interceptor does it. */
    Object once(CommandMessage<?> message, InterceptorChain chain) throws Exception {
        var key = (String) message.getMetaData().get(MetadataKeys.IDEMPOTENCY_KEY);
        if (key == null) {
            return chain.proceed();
        }
        if (done.containsKey(key)) {
            return Receipt.ofRepeated(POSITION, done.get(key));
        }
        var answer = chain.proceed();
        done.put(key, ((TaskCommand) message.getPayload()).taskId().text());
        kept.put(key, new FirstAnswer((String) message.getMetaData().get(MetadataKeys.REQUEST_DIGEST), null));
        return answer;
    }

    @CommandHandler
    void handle(KeepAnswer command) {
        if (forgetful) {
            throw new IllegalStateException("no room");
        }
        kept.computeIfPresent(command.key(), (key, first) -> new FirstAnswer(first.digest(), command.rendered()));
    }

    @QueryHandler
    Optional<FirstAnswer> answer(FindAnswer query) {
        var found = Optional.ofNullable(kept.get(query.key()));
        asked.run();
        return found;
    }

    @CommandHandler
    Receipt handle(CreateTask command) {
        remember(command);
        if (!late) {
            has(new TaskDetails(
                    command.taskId(),
                    ANN,
                    command.title(),
                    command.description(),
                    command.priority(),
                    command.dueDate(),
                    command.dueTime(),
                    command.tags(),
                    command.completed() ? NOW : null,
                    NOW,
                    NOW,
                    0));
        }
        return new Receipt(new AtomicLong(POSITION));
    }

    @CommandHandler
    Receipt handle(EditTask command) {
        return remember(command);
    }

    @CommandHandler
    Receipt handle(DeleteTask command) {
        return remember(command);
    }

    @QueryHandler
    Optional<TaskDetails> answer(FindTask query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return Optional.ofNullable(tasks.get(query.taskId()));
    }

    @QueryHandler
    Page<TaskDetails> answer(ListTasks query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return new Page<>(List.copyOf(tasks.values()), tasks.size(), query.skip(), query.limit());
    }

    @QueryHandler
    List<Activity> answer(ReadTaskActivity query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return List.copyOf(activities);
    }

    @QueryHandler
    List<Activity> answer(ReadActivity query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return List.copyOf(activities);
    }

    @QueryHandler
    Optional<ActivitySummary> answer(SumUpActivity query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return Optional.of(new ActivitySummary(2, Map.of("created", 2L), Map.of("task", 1L, "comment", 1L)));
    }

    @QueryHandler
    Optional<TaskStatistics> answer(SumUpTasks query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return Optional.of(new TaskStatistics(3, 1, Map.of(Priority.LOW, 3L), Map.of("home", 2L), 1, 2, 4));
    }

    @QueryHandler
    List<DayStatistics> answer(CountByDay query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return List.of(new DayStatistics(query.to(), 1, 2));
    }

    @QueryHandler
    Optional<AccountDetails> answer(FindOwnAccount query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return Acting.now().map(actor -> AccountDetails.fresh(actor.userId(), "ann", "ann@example.org", NOW));
    }

    @QueryHandler
    Optional<OwnPreferences> answer(FindOwnPreferences query) {
        return Optional.of(new OwnPreferences(ANN, true, preferences, zone, null));
    }

    @CommandHandler
    Receipt handle(ChangePreferences command) {
        ofAccounts.add(command);
        preferences = command.edit().of(preferences);
        return new Receipt(new AtomicLong(POSITION));
    }

    @CommandHandler
    Receipt handle(EditProfile command) {
        ofAccounts.add(command);
        zone = command.zone() == null ? zone : command.zone().value();
        return new Receipt(new AtomicLong(POSITION));
    }

    @CommandHandler
    Receipt handle(ChangeEmail command) {
        ofAccounts.add(command);
        if (command.email().startsWith("taken")) {
            throw new CommandRejected(new AccountRejection.EmailTaken(command.email()));
        }
        return new Receipt(new AtomicLong(POSITION));
    }

    private Receipt remember(TaskCommand command) {
        commands.add(command);
        if (fault != null) {
            throw fault;
        }
        return new Receipt(new AtomicLong(POSITION));
    }

    private void ask(Object query, Long position) {
        queries.add(query);
        awaited.add(position == null ? 0 : position);
    }

    /** An open task with nothing but a title. */
    public static TaskDetails task(String title) {
        return new TaskDetails(
                TaskId.next(), ANN, title, null, Priority.MEDIUM, null, null, List.of(), null, NOW, NOW, 7);
    }
}
