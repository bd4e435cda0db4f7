package io.taskledger.ui.tryout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.exchange.Dropped;
import io.taskledger.exchange.FileImports;
import io.taskledger.exchange.ImportedTasks;
import io.taskledger.exchange.TaskImporter.Outcome;
import io.taskledger.exchange.trello.NotATrelloBoard;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.notification.NotificationKind;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.SignedIn;
import io.taskledger.security.limit.RateLimits;
import io.taskledger.security.session.EndSessionAtLogout;
import io.taskledger.security.session.LivingSessions;
import io.taskledger.security.token.AccessTokens;
import io.taskledger.security.token.BrowserContinuity;
import io.taskledger.security.token.PersonalTokens;
import io.taskledger.storage.FileSettings;
import io.taskledger.storage.FileStore;
import io.taskledger.ui.UiModule;
import io.taskledger.ui.account.DemoOffer;
import io.taskledger.ui.shell.Outages;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.SimpleQueryUpdateEmitter;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** The screens alone, on a port of one's own choice ({@code --server.port}): to look at them while they are made. */
@SpringBootApplication(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@Import(UiModule.class)
public class Tryout {

    public static final UserId DEMO = UserId.next();

    private final SimpleQueryUpdateEmitter screens =
            SimpleQueryUpdateEmitter.builder().build();
    private final TasksInMemory tasks;

    Tryout(ObjectProvider<Clock> clock) {
        tasks = new TasksInMemory(DEMO, clock.getIfAvailable(Clock::systemUTC), screens);
        person = new PersonInMemory(DEMO, clock.getIfAvailable(Clock::systemUTC), () -> projections.admin);
        tags = new TagsInMemory(tasks, screens);
        inbox = new InboxInMemory(clock.getIfAvailable(Clock::systemUTC), screens);
    }

    private final WorkspacesInMemory workspaces = new WorkspacesInMemory(DEMO);
    private final ProjectionsInMemory projections = new ProjectionsInMemory(DEMO, Clock.systemUTC());
    private final PastInMemory past = new PastInMemory();
    private final PersonInMemory person;
    private final InboxInMemory inbox;
    private final TagsInMemory tags;

    public static void main(String[] arguments) {
        var context = SpringApplication.run(Tryout.class, arguments);
        furnish(context.getBean(TasksInMemory.class));
        context.getBean(ProjectionsInMemory.class).furnish();
        furnish(context.getBean(InboxInMemory.class));
    }

    @Bean
    TasksInMemory tasks() {
        return tasks;
    }

    @Bean
    WorkspacesInMemory workspaces() {
        return workspaces;
    }

    @Bean
    UndoInMemory undoing(TasksInMemory tasks) {
        return new UndoInMemory(tasks);
    }

    @Bean
    ProjectionsInMemory projections() {
        return projections;
    }

    @Bean
    PersonInMemory person() {
        return person;
    }

    @Bean
    PastInMemory past() {
        return past;
    }

    @Bean
    InboxInMemory inboxInMemory() {
        return inbox;
    }

    @Bean
    TagsInMemory tagsInMemory() {
        return tags;
    }

    @Bean
    PersonalTokens tokens() {
        return person.tokens();
    }

    @Bean
    FileStore files() throws IOException {
        return FileStore.open(FileSettings.defaults(Files.createTempDirectory("taskledger-tryout")));
    }

    @Bean
    SecuritySettings security() {
        return SecuritySettings.defaults(Path.of("target/keys"), URI.create("http://localhost"));
    }

    /** A restart signs everybody out. */
    @Bean
    BrowserContinuity continuity(SecuritySettings settings) {
        return new BrowserContinuity(
                new AccessTokens() {
                    @Override
                    public String issue(SignedIn session) {
                        return "";
                    }

                    @Override
                    public Optional<SignedIn> read(String token) {
                        return Optional.empty();
                    }

                    @Override
                    public String verificationKeys() {
                        return "{\"keys\": []}";
                    }
                },
                settings);
    }

    @Bean
    Outages outages() {
        return new Outages() {
            @Override
            public boolean isPassing(Throwable fault) {
                return fault instanceof UncheckedIOException;
            }

            @Override
            public boolean isOutOfRoom(Throwable fault) {
                return false;
            }
        };
    }

    @Bean
    RateLimits limits() {
        return RateLimits.NONE;
    }

    @Bean
    CommandGateway commands(UndoInMemory undoing) {
        var bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            undoing.note(unitOfWork.getMessage());
            return chain.proceed();
        });
        new AnnotationCommandHandlerAdapter<>(undoing).subscribe(bus);
        new AnnotationCommandHandlerAdapter<>(tasks).subscribe(bus);
        new AnnotationCommandHandlerAdapter<>(projections).subscribe(bus);
        new AnnotationCommandHandlerAdapter<>(workspaces).subscribe(bus);
        new AnnotationCommandHandlerAdapter<>(person).subscribe(bus);
        new AnnotationCommandHandlerAdapter<>(inbox).subscribe(bus);
        new AnnotationCommandHandlerAdapter<>(tags).subscribe(bus);
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    @Bean
    QueryGateway queries(UndoInMemory undoing) {
        var bus = SimpleQueryBus.builder().queryUpdateEmitter(screens).build();
        new AnnotationQueryHandlerAdapter<>(undoing).subscribe(bus);
        new AnnotationQueryHandlerAdapter<>(tasks).subscribe(bus);
        new AnnotationQueryHandlerAdapter<>(past).subscribe(bus);
        new AnnotationQueryHandlerAdapter<>(projections).subscribe(bus);
        new AnnotationQueryHandlerAdapter<>(workspaces).subscribe(bus);
        new AnnotationQueryHandlerAdapter<>(person).subscribe(bus);
        new AnnotationQueryHandlerAdapter<>(inbox).subscribe(bus);
        new AnnotationQueryHandlerAdapter<>(tags).subscribe(bus);
        return DefaultQueryGateway.builder().queryBus(bus).build();
    }

    @Bean
    AccountsInMemory accounts() {
        return new AccountsInMemory(DEMO);
    }

    @Bean
    AuthenticationProvider passwords(AccountsInMemory accounts) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication asked) {
                return accounts.signIn(asked.getName(), String.valueOf(asked.getCredentials()), Via.BROWSER)
                        .map(one -> UsernamePasswordAuthenticationToken.authenticated(one, null, List.of()))
                        .orElseThrow(() -> new BadCredentialsException("no"));
            }

            @Override
            public boolean supports(Class<?> type) {
                return type == UsernamePasswordAuthenticationToken.class;
            }
        };
    }

    @Bean
    EndSessionAtLogout endSession(AccountsInMemory accounts) {
        return new EndSessionAtLogout(accounts);
    }

    /** Every session lives: ending them is the security module's own, and tested there. */
    @Bean
    LivingSessions sessions() {
        return new LivingSessions() {
            @Override
            public Optional<SignedIn> alive(SessionId session) {
                return Optional.of(new SignedIn(DEMO, "demo", session, Via.BROWSER, Instant.MAX));
            }

            @Override
            public void whenEnded(Ends listener) {}
        };
    }

    @Bean
    DemoOffer demo() {
        return new DemoOffer() {
            @Override
            public String username() {
                return "demo";
            }

            @Override
            public String password() {
                return "demo1234";
            }
        };
    }

    @Bean
    FileImports imports() {
        return (_, bytes, _, _, progress) -> {
            var text = new String(bytes.readAllBytes());
            if (!text.contains("cards")) {
                throw new NotATrelloBoard(NotATrelloBoard.Reason.NO_BOARD, "This file holds no Trello board.");
            }
            for (int done = 0; done <= 206; done += 2) {
                progress.accept(done, 206);
            }
            var dropped = new Dropped(Map.of(Dropped.Kind.CHECKLISTS, 3, Dropped.Kind.COMMENTS, 17));
            var roadmap = new ImportedTasks("roadmap", "Roadmap", "Roadmap", List.of(), List.of(), dropped);
            return new Outcome(roadmap, WorkspaceId.next(), 206, 0, 0, false);
        };
    }

    static void furnish(InboxInMemory inbox) {
        inbox.invited("Orchard");
        inbox.invited("Rindfleischetikettierungsüberwachungsaufgabenübertragung");
        for (var kind : NotificationKind.values()) {
            inbox.told(kind, TaskId.next(), "Send the quarterly figures to the tax office");
        }
    }

    static void furnish(TasksInMemory tasks) {
        var today = LocalDate.now();
        tasks.given("Send the quarterly figures to the tax office", Priority.HIGH, today.minusDays(3), "finance");
        tasks.given("Renew the domain", Priority.MEDIUM, today.minusDays(1), "ops", "yearly");
        tasks.given("Call Anna about the contract", Priority.HIGH, today, "legal");
        tasks.given(
                "Review Ben's pull request: keep a reader back while a hole may be filled",
                Priority.MEDIUM,
                today,
                "code",
                "review",
                "ledger",
                "urgent");
        tasks.given("Buy milk", Priority.LOW, today);
        tasks.given(
                "Prüfung der Rindfleischetikettierungsüberwachungsaufgabenübertragung abschließen",
                Priority.MEDIUM,
                today.plusDays(1),
                "Behörde");
        tasks.given("مراجعة خطة المشروع مع الفريق", Priority.MEDIUM, today.plusDays(1), "خطة");
        tasks.given("Book flights to Lisbon", Priority.MEDIUM, today.plusDays(4), "travel");
        tasks.given("Write the release notes", Priority.LOW, today.plusDays(12), "release");
        for (int at = 1; at <= 130; at++) {
            tasks.given(
                    "Card " + at + " of the old board",
                    at % 9 == 0 ? Priority.HIGH : Priority.MEDIUM,
                    at % 3 == 0 ? today.plusDays(14 + at) : null,
                    at % 2 == 0 ? "someday" : "ideas");
        }
    }
}
