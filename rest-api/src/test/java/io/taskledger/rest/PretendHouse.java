package io.taskledger.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Page;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.Slice;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand;
import io.taskledger.messages.account.AccountCommand.ChangeEmail;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
import io.taskledger.messages.account.AccountQuery.FindOwnPreferences;
import io.taskledger.messages.account.AccountQuery.FindPicture;
import io.taskledger.messages.account.AccountRejection;
import io.taskledger.messages.account.InboxCommand.MarkNotificationRead;
import io.taskledger.messages.account.InboxCommand.MarkNotificationsRead;
import io.taskledger.messages.account.OwnPreferences;
import io.taskledger.messages.account.Preferences;
import io.taskledger.messages.account.ProfileCommand.ChangePreferences;
import io.taskledger.messages.account.ProfileCommand.ColourTag;
import io.taskledger.messages.account.ProfileCommand.EditProfile;
import io.taskledger.messages.account.ProfileCommand.SetPicture;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.activity.ActivityQuery.ReadActivity;
import io.taskledger.messages.activity.ActivityQuery.ReadOnActivity;
import io.taskledger.messages.activity.ActivityQuery.ReadTaskActivity;
import io.taskledger.messages.activity.ActivityQuery.SumUpActivity;
import io.taskledger.messages.activity.ActivitySummary;
import io.taskledger.messages.history.AsOf;
import io.taskledger.messages.history.HistoryQuery.FindAsOf;
import io.taskledger.messages.history.HistoryQuery.FindTaskAt;
import io.taskledger.messages.history.HistoryQuery.FindVersion;
import io.taskledger.messages.history.HistoryQuery.ListTasksAt;
import io.taskledger.messages.history.HistoryQuery.ListVersions;
import io.taskledger.messages.history.HistoryRejection;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.notification.Notification;
import io.taskledger.messages.notification.NotificationQuery.CountUnread;
import io.taskledger.messages.notification.NotificationQuery.FindNotification;
import io.taskledger.messages.notification.NotificationQuery.ListNotifications;
import io.taskledger.messages.once.FindAnswer;
import io.taskledger.messages.once.FirstAnswer;
import io.taskledger.messages.once.KeepAnswer;
import io.taskledger.messages.task.DayStatistics;
import io.taskledger.messages.task.FileCommand.AttachFile;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.FoundTask;
import io.taskledger.messages.task.OwnTag;
import io.taskledger.messages.task.Passage;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.ReminderCommand.SetReminder;
import io.taskledger.messages.task.SharedTask;
import io.taskledger.messages.task.StatisticsQuery.CountByDay;
import io.taskledger.messages.task.StatisticsQuery.SumUpOwnTasks;
import io.taskledger.messages.task.StatisticsQuery.SumUpTasks;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskComment;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFile;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.task.TaskQuery.CountTasks;
import io.taskledger.messages.task.TaskQuery.FindComment;
import io.taskledger.messages.task.TaskQuery.FindFile;
import io.taskledger.messages.task.TaskQuery.FindPlace;
import io.taskledger.messages.task.TaskQuery.FindTagged;
import io.taskledger.messages.task.TaskQuery.FindTags;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskQuery.FindTasks;
import io.taskledger.messages.task.TaskQuery.ListFiles;
import io.taskledger.messages.task.TaskQuery.ListReminders;
import io.taskledger.messages.task.TaskQuery.ListSharedWithMe;
import io.taskledger.messages.task.TaskQuery.ListShares;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskQuery.ListTrash;
import io.taskledger.messages.task.TaskQuery.ScrollTasks;
import io.taskledger.messages.task.TaskQuery.SearchTasks;
import io.taskledger.messages.task.TaskReminder;
import io.taskledger.messages.task.TaskShare;
import io.taskledger.messages.task.TaskStatistics;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceQuery.ListWorkspaces;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.security.Acting;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;

/** What is behind the gateways, in memory: it remembers what it was told and answers what a test put in. */
public class PretendHouse {

    public static final UserId ANN = new UserId("user-01KAJ4X9T3B6N8R0C2YVHE5G7D");
    public static final Instant NOW = Instant.parse("2026-11-21T07:25:23.606479Z");
    public static final long POSITION = 41;

    /** What is no cursor of any list. */
    public static final String NO_CURSOR = "elsewhere";

    public static final Place PLACE = Place.numbered(3);

    public final List<Object> commands = new ArrayList<>();
    public final List<MetaData> metadata = new ArrayList<>();
    public final List<AccountCommand> ofAccounts = new ArrayList<>();
    public Preferences preferences = Preferences.atFirst();
    public String zone;
    public final List<Object> queries = new ArrayList<>();
    public List<WorkspaceSummary> workspaces = List.of();
    public final List<Long> awaited = new ArrayList<>();
    public final Map<TaskId, TaskDetails> tasks = new LinkedHashMap<>();
    public final List<Activity> activities = new ArrayList<>();
    public final List<Notification> notifications = new ArrayList<>();
    public final List<TaskShare> shares = new ArrayList<>();
    public final List<TaskReminder> reminders = new ArrayList<>();
    public final Map<FileId, TaskFile> files = new LinkedHashMap<>();
    public String picture;
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
        metadata.clear();
        notifications.clear();
        shares.clear();
        reminders.clear();
        files.clear();
        picture = null;
        ofAccounts.clear();
        preferences = Preferences.atFirst();
        zone = null;
        queries.clear();
        workspaces = List.of();
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
        done.put(
                key,
                message.getPayload() instanceof TaskCommand command
                        ? command.taskId().text()
                        : null);
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
    List<WorkspaceSummary> answer(ListWorkspaces query) {
        queries.add(query);
        return workspaces;
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

    /** Whatever else is asked of a task. */
    Receipt handle(CommandMessage<?> message) {
        metadata.add(message.getMetaData());
        if (message.getPayload() instanceof AttachFile attach) {
            files.put(
                    attach.fileId(),
                    new TaskFile(
                            attach.fileId(),
                            ANN,
                            attach.name(),
                            attach.contentType(),
                            attach.size(),
                            attach.sha256(),
                            NOW));
        }
        if (message.getPayload() instanceof SetReminder set) {
            reminders.add(new TaskReminder(set.reminderId(), set.reminder(), NOW));
        }
        return remember(message.getPayload());
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

    /** One after the other; a cursor is the number of those before. */
    @QueryHandler
    Slice<TaskDetails> answer(ScrollTasks query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        if (query.after().equals(NO_CURSOR)) {
            throw new CommandRejected(
                    new Rejection.Invalid(List.of(new FieldProblem("cursor", Kind.FORBIDDEN_CHARACTER, 0))));
        }
        var before = query.after().isEmpty() ? 0 : Integer.parseInt(query.after());
        var run = tasks.values().stream().skip(before).limit(query.limit()).toList();
        var end = before + run.size();
        return new Slice<>(run, Optional.of(Integer.toString(end)).filter(_ -> end < tasks.size()));
    }

    @QueryHandler
    Long answer(CountTasks query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return (long) tasks.size();
    }

    /** Who asks how far an answer goes asks nothing else. */
    @QueryHandler
    Optional<AsOf> answer(FindAsOf query) {
        return switch (query.moment()) {
            case PastMoment.Happened(var at) -> Optional.of(new AsOf(at, 42));
            case null, default -> Optional.of(new AsOf(NOW, 42));
        };
    }

    @QueryHandler
    Optional<TaskVersion> answer(FindTaskAt query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return Optional.ofNullable(tasks.get(query.taskId())).map(PretendHouse::version);
    }

    @QueryHandler
    Optional<TaskVersion> answer(FindVersion query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return Optional.ofNullable(tasks.get(query.taskId()))
                .filter(task -> task.version() == query.version())
                .map(PretendHouse::version);
    }

    @QueryHandler
    Page<TaskVersion> answer(ListVersions query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        var versions = Optional.ofNullable(tasks.get(query.taskId())).map(PretendHouse::version).stream()
                .toList();
        return new Page<>(versions, versions.size(), query.skip(), query.limit());
    }

    @QueryHandler
    Page<TaskDetails> answer(ListTasksAt query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        if (query.moment() instanceof PastMoment.Recorded) {
            throw new CommandRejected(new HistoryRejection.StillToCome(query.moment()));
        }
        return new Page<>(List.copyOf(tasks.values()), tasks.size(), query.skip(), query.limit());
    }

    private static TaskVersion version(TaskDetails task) {
        return new TaskVersion(
                task, "task.completed", "Draft", POSITION, NOW, NOW, null, ANN, "ann", Via.REST, "action-1");
    }

    @QueryHandler
    List<TaskDetails> answer(FindTasks query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return query.taskIds().stream()
                .flatMap(id -> Optional.ofNullable(tasks.get(id)).stream())
                .toList();
    }

    @QueryHandler
    Page<TaskDetails> answer(ListTrash query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return new Page<>(List.copyOf(tasks.values()), tasks.size(), query.skip(), query.limit());
    }

    @QueryHandler
    Page<FoundTask> answer(SearchTasks query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        var passage = new Passage(Passage.Place.TITLE, null, "<b>Water", List.of(new Passage.Mark(3, 8)));
        return new Page<>(
                tasks.values().stream()
                        .map(task -> new FoundTask(task, List.of(passage)))
                        .toList(),
                tasks.size(),
                query.skip(),
                query.limit());
    }

    @QueryHandler
    List<TaskShare> answer(ListShares query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return List.copyOf(shares);
    }

    @QueryHandler
    List<SharedTask> answer(ListSharedWithMe query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return tasks.values().stream()
                .map(task -> new SharedTask(task, Permission.VIEW, "bob"))
                .toList();
    }

    @QueryHandler
    Optional<TaskComment> answer(FindComment query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return Optional.of(new TaskComment(query.commentId(), ANN, "ann", "Well", NOW, null));
    }

    @QueryHandler
    List<TaskFile> answer(ListFiles query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return List.copyOf(files.values());
    }

    @QueryHandler
    Optional<TaskFile> answer(FindFile query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return Optional.ofNullable(files.get(query.fileId()));
    }

    @QueryHandler
    Optional<String> answer(FindPicture query) {
        return Optional.ofNullable(picture).filter(_ -> query.userId().equals(ANN));
    }

    @CommandHandler
    Receipt handle(SetPicture command) {
        ofAccounts.add(command);
        picture = command.sha256();
        return new Receipt(new AtomicLong(POSITION));
    }

    @QueryHandler
    List<TaskReminder> answer(ListReminders query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return List.copyOf(reminders);
    }

    @QueryHandler
    List<OwnTag> answer(FindTags query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return List.of(new OwnTag("a/b, c", 1, 0, null), new OwnTag("home", 2, 1, 3));
    }

    @QueryHandler
    List<TaskId> answer(FindTagged query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return query.tag().equals("house") ? List.of() : List.copyOf(tasks.keySet());
    }

    @CommandHandler
    Receipt handle(ColourTag command) {
        ofAccounts.add(command);
        return new Receipt(new AtomicLong(POSITION));
    }

    @QueryHandler
    Optional<TaskHome> answer(FindPlace query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return query.neighbour() == null || tasks.containsKey(query.neighbour())
                ? Optional.of(new TaskHome(query.workspace(), query.list(), PLACE))
                : Optional.empty();
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
    List<Activity> answer(ReadOnActivity query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return activities.stream()
                .dropWhile(one -> query.before() != null
                        && one.position() >= query.before().position())
                .limit(query.limit())
                .toList();
    }

    @QueryHandler
    Optional<ActivitySummary> answer(SumUpActivity query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        ask(query, position);
        return Optional.of(new ActivitySummary(2, Map.of("created", 2L), Map.of("task", 1L, "comment", 1L)));
    }

    @QueryHandler
    Optional<TaskStatistics> answer(SumUpTasks query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        return sums(query, position);
    }

    @QueryHandler
    Optional<TaskStatistics> answer(SumUpOwnTasks query, @MetaDataValue(MetadataKeys.AWAIT_POSITION) Long position) {
        return sums(query, position);
    }

    private Optional<TaskStatistics> sums(Object query, Long position) {
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
        return Acting.now()
                .map(actor -> new AccountDetails(
                        actor.userId(), "ann", "ann@example.org", false, false, null, null, null, picture, NOW));
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

    @QueryHandler
    Page<Notification> answer(ListNotifications query) {
        queries.add(query);
        var wanted = notifications.stream()
                .filter(one -> !query.unread() || !one.read())
                .toList();
        var page = wanted.stream().skip(query.skip()).limit(query.limit()).toList();
        return new Page<>(page, wanted.size(), query.skip(), query.limit());
    }

    @QueryHandler
    Optional<Notification> answer(FindNotification query) {
        return notifications.stream()
                .filter(one -> one.position() == query.position())
                .findFirst();
    }

    @QueryHandler
    Optional<Long> answer(CountUnread query) {
        return Optional.of(notifications.stream().filter(one -> !one.read()).count());
    }

    @CommandHandler
    Receipt handle(MarkNotificationRead command) {
        return read(command, one -> one.position() == command.position());
    }

    @CommandHandler
    Receipt handle(MarkNotificationsRead command) {
        return read(command, one -> one.position() <= command.upTo());
    }

    private Receipt read(AccountCommand command, Predicate<Notification> which) {
        ofAccounts.add(command);
        notifications.replaceAll(one -> which.test(one) ? read(one) : one);
        return new Receipt(new AtomicLong(POSITION));
    }

    private static Notification read(Notification one) {
        return new Notification(
                one.position(),
                one.kind(),
                one.actor(),
                one.actorName(),
                one.taskId(),
                one.taskTitle(),
                one.workspaceId(),
                one.workspaceName(),
                one.part(),
                one.at(),
                true);
    }

    private Receipt remember(Object command) {
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

    /** A task of somebody else's, of which Ann may do so much. */
    public static TaskDetails foreign(TaskLevel level) {
        var id = TaskId.next();
        var bob = new UserId("user-01KAJ4X9T3B6N8R0C2YVHE5G7E");
        return new TaskDetails(
                id,
                bob,
                "Bob's",
                null,
                Priority.MEDIUM,
                null,
                null,
                List.of(),
                null,
                NOW,
                NOW,
                7,
                TaskHome.inboxOf(bob, id),
                null,
                null,
                null,
                List.of(),
                1,
                level);
    }

    /** An open task with nothing but a title. */
    public static TaskDetails task(String title) {
        return task(title, TaskId.next());
    }

    /** An open task with nothing but a title. */
    public static TaskDetails task(String title, TaskId id) {
        return new TaskDetails(id, ANN, title, null, Priority.MEDIUM, null, null, List.of(), null, NOW, NOW, 7);
    }
}
