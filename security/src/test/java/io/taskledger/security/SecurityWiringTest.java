package io.taskledger.security;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;

import javax.sql.DataSource;

import io.taskledger.ledger.LedgerWakeUp;
import io.taskledger.ledger.personal.PersonalCipher;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.NameDigest;
import io.taskledger.security.erasure.Belongings;
import io.taskledger.security.limit.ClientAddress;
import io.taskledger.security.limit.RateLimits;
import io.taskledger.security.link.LinkMail;
import io.taskledger.security.password.StandingAccount;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.transaction.PlatformTransactionManager;

import static io.taskledger.security.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

class SecurityWiringTest {

    @TempDir
    private Path keys;

    @Test
    void the_wired_module_registers_with_real_hashes_and_marks_every_command() {
        var database = SecurityDatabase.fresh();
        var bus = SimpleCommandBus.builder().build();
        var seen = new ArrayList<CommandMessage<?>>();
        bus.subscribe(RegisterUser.class.getName(), seen::add);
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(SecuritySettings.class, () -> Installation.settings(keys));
            context.registerBean(Clock.class, Clock::systemUTC);
            context.registerBean(JdbcClient.class, database::jdbc);
            context.registerBean(SecurityWiring.KEYS, DataSource.class, database::source);
            context.registerBean(LedgerWakeUp.class, () -> new LedgerWakeUp(database.source()));
            context.registerBean(PlatformTransactionManager.class, database::transactions);
            context.registerBean(CommandBus.class, () -> bus);
            context.registerBean(QueryBus.class, () -> SimpleQueryBus.builder().build());
            context.registerBean(Belongings.class, () -> _ -> true);
            context.registerBean(LinkMail.class, () -> (purpose, to, link) -> {});
            context.registerBean(
                    QueryGateway.class,
                    () -> DefaultQueryGateway.builder()
                            .queryBus(context.getBean(QueryBus.class))
                            .build());
            context.registerBean(RateLimits.class, () -> RateLimits.NONE);
            context.registerBean(ClientAddress.class);
            context.register(SecurityWiring.class);
            context.refresh();

            UserId ann = context.getBean(Accounts.class).register("Ann", "ann@example.org", PASSWORD, Via.BROWSER);

            assertThat(seen)
                    .singleElement()
                    .satisfies(command -> assertThat(command.getMetaData())
                            .containsEntry("actor", ann.text())
                            .containsEntry("via", "browser"));
            assertThat(database.jdbc()
                            .sql("select password_hash from security.credential")
                            .query(String.class)
                            .single())
                    .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(context.getBean(NameDigest.class).of("Ann")).hasSize(32);
            assertThat(context.getBean(PersonalCipher.class).seal(ann.text(), "a.type", new byte[1]))
                    .startsWith("1.");
            assertThat(context.getBean(StandingAccount.class)).isSameAs(context.getBean(Accounts.class));
            assertThat(context.getBeansOfType(AuthenticationProvider.class)).hasSize(1);
            assertThat(context.getBeansOfType(CorrelationDataProvider.class)).hasSize(1);
        }
    }
}
