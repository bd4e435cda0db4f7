package io.taskledger.app.demo;

import java.time.Clock;

import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.automation.demo.DemoBoard;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Via;
import io.taskledger.security.Acting;
import io.taskledger.security.StandingAccount;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the demo account ready at every start, where the setting says so. */
@Component
class DemoAtStart implements ApplicationRunner {

    private static final String USERNAME = "demo";
    private static final String EMAIL = "demo@example.org";
    private static final String PASSWORD = "demo1234";

    private final TaskledgerSettings settings;
    private final StandingAccount account;
    private final DemoBoard board;

    DemoAtStart(TaskledgerSettings settings, StandingAccount account, CommandGateway commands, Clock clock) {
        this.settings = settings;
        this.account = account;
        this.board = new DemoBoard(commands, clock);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.demo()) {
            var demo = account.ensure(USERNAME, EMAIL, PASSWORD);
            Acting.as(new Actor(demo, Via.SYSTEM), () -> {
                board.makeReady();
                return demo;
            });
        }
    }
}
