package io.taskledger.app.demo;

import java.time.Clock;

import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.automation.demo.DemoBoard;
import io.taskledger.command.account.CommonAccounts;
import io.taskledger.security.password.StandingAccount;
import io.taskledger.ui.account.DemoOffer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The demo account: made ready at every start and offered on the sign-in page, where the setting says so. */
@Configuration(proxyBeanMethods = false)
class DemoWiring {

    private static final DemoAccount DEMO = new DemoAccount("demo", "demo@example.org", "demo1234");

    @Bean
    DemoAtStart demoAtStart(
            TaskledgerSettings settings, StandingAccount accounts, CommandGateway commands, Clock clock) {
        return new DemoAtStart(() -> {
            if (settings.demo()) {
                DEMO.makeReady(accounts, new DemoBoard(commands, clock));
            } else {
                DEMO.close(accounts);
            }
        });
    }

    /** What the account is called decides: it may have been made by an earlier start. */
    @Bean
    CommonAccounts commonAccounts(TaskledgerSettings settings) {
        return username -> settings.demo() && DEMO.username().equalsIgnoreCase(username);
    }

    /** None where the demo is off: the sign-in page then says nothing of it. */
    @Bean
    @Nullable
    DemoOffer demoOffer(TaskledgerSettings settings) {
        return settings.demo() ? DEMO : null;
    }
}
