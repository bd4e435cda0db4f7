package io.taskledger.app.watch;

import java.util.Locale;

import io.taskledger.app.settings.TaskledgerSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who is told of errors, where the operator names somebody. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(Reporting.WANTED)
class Reporting {

    static final String WANTED = "taskledger.error-reports.wanted";

    @Bean
    ErrorReports errorReports(TaskledgerSettings settings) {
        return new ErrorReports(
                settings.watch().errorReports().orElseThrow(),
                settings.profile().name().toLowerCase(Locale.ROOT));
    }
}
