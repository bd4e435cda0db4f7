package io.taskledger.ui.tryout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.Via;
import io.taskledger.security.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/** The screens in memory, without a browser, with the demo person signed in. */
@SpringBootTest(
        classes = {Tryout.class, ScreenTest.StandingTime.class},
        webEnvironment = SpringBootTest.WebEnvironment.MOCK)
public abstract class ScreenTest extends SpringBrowserlessTest {

    /** A Wednesday, which lasts as long as the tests. */
    private static final Instant NOW = Instant.parse("2026-11-04T12:00:00Z");

    /** For who reads without a browser, and so without a zone of their own. */
    protected static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneId.systemDefault());

    @TestConfiguration
    static class StandingTime {
        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }

    @Autowired
    protected TasksInMemory tasks;

    @Autowired
    protected WorkspacesInMemory workspaces;

    @Autowired
    protected UndoInMemory undoing;

    @Autowired
    protected PastInMemory past;

    @Autowired
    protected ProjectionsInMemory projections;

    @Autowired
    protected PersonInMemory person;

    @Autowired
    protected InboxInMemory inbox;

    @Autowired
    protected TagsInMemory tags;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        var demo = new SignedIn(Tryout.DEMO, "demo", SessionId.next(), Via.BROWSER, Instant.MAX);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(demo, null, List.of()));
        tasks.clear();
        undoing.clear();
        past.clear();
        projections.clear();
        workspaces.clear();
        person.clear();
        inbox.clear();
        tags.clear();
        super.initVaadinEnvironment();
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    /** The one part of the screen that tests find under this name. */
    protected <C extends Component> C part(Class<C> type, String testId) {
        return find(type).withAttribute("data-testid", testId).single();
    }

    /** Lets the screen take up what comes from other threads. */
    protected static void await(BooleanSupplier holds) {
        var until = Instant.now().plus(Duration.ofSeconds(5));
        var session = UI.getCurrent().getSession();
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(until);
            session.unlock();
            Thread.onSpinWait();
            session.lock();
            roundTrip();
        }
    }
}
