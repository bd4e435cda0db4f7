package io.taskledger.app.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.taskledger.app.settings.TaskledgerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class LogFormTest {

    /** What somebody writes who would like to write the log. */
    private static final String FORGED =
            "milk\r\n2030-01-01 ERROR [main] io.taskledger : all is lost\u2028\u0085\u001b[2J";

    @TempDir
    private Path home;

    private final LoggerContext context = new LoggerContext();

    private LoggingEvent event(Throwable failure) {
        var logger = context.getLogger("io.taskledger.app.Example");
        var event = new LoggingEvent("caller", logger, Level.WARN, "no such list: {}", failure, new Object[] {FORGED});
        event.setMDCPropertyMap(Map.of("requestId", "a1b2c3d4"));
        return event;
    }

    private static Throwable failure() {
        return new IllegalStateException(FORGED, new IllegalArgumentException(FORGED));
    }

    private String asText(Throwable failure) throws IOException {
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("wEx", WhitespaceThrowableProxyConverter::new);
        layout.setPattern(new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .getFirst()
                .getProperty("logging.pattern.console")
                .toString());
        layout.start();
        return layout.doLayout(event(failure));
    }

    private String asJson(Throwable failure) {
        var properties = Watching.properties(TaskledgerSettings.of(Map.of("TASKLEDGER_LOG_FORMAT", "json"), home));
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("log", new HashMap<>(properties)));
        context.putObject(Environment.class.getName(), environment);
        var encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat(properties.get("logging.structured.format.file").toString());
        encoder.start();
        return new String(encoder.encode(event(failure)), UTF_8);
    }

    @Test
    void text_of_others_begins_no_line_of_the_log() throws IOException {
        var line = asText(null);

        assertThat(line.split("\\R")).hasSize(1);
        assertThat(line)
                .contains("a1b2c3d4 ", "no such list: milk 2030-01-01 ERROR")
                .endsWith("\n");
        assertThat(line.chars().filter(Character::isISOControl)).containsExactly((int) '\n');
    }

    @Test
    void in_a_stack_every_line_but_the_first_is_indented() throws IOException {
        var lines = asText(failure()).split("\\R");

        assertThat(lines).hasSizeGreaterThan(5);
        assertThat(lines[0]).matches("\\d{4}-.*no such list.*");
        assertThat(lines).filteredOn(line -> line.matches("\\S.*")).containsExactly(lines[0]);
    }

    @Test
    void as_json_each_event_is_one_line_with_the_requests_id_and_no_words_of_an_exception() {
        var line = asJson(failure());

        assertThat(line.split("[\r\n]")).hasSize(1);
        var event = JsonMapper.shared().readTree(line);
        assertThat(event.at("/requestId").asString()).isEqualTo("a1b2c3d4");
        assertThat(event.at("/log/level").asString()).isEqualTo("WARN");
        assertThat(event.at("/message").asString()).isEqualTo("no such list: " + FORGED);
        assertThat(event.at("/error/type").asString()).isEqualTo(IllegalStateException.class.getName());
        assertThat(event.at("/error/stack_trace").asString())
                .contains(IllegalStateException.class.getName(), "Caused by: ", "LogFormTest.failure")
                .doesNotContain("milk");
        assertThat(event.at("/error/message").isMissingNode()).isTrue();
    }

    @Test
    void a_file_is_turned_over_each_day_and_by_size_and_goes_in_the_end() {
        var properties = Watching.properties(TaskledgerSettings.of(Map.of("TASKLEDGER_LOG_FILE", "our.log"), home));

        assertThat(properties)
                .containsEntry("logging.file.name", home.resolve("our.log").toString())
                .containsEntry("logging.logback.rollingpolicy.max-history", 14)
                .containsKey("logging.logback.rollingpolicy.total-size-cap");
        assertThat(Watching.properties(TaskledgerSettings.of(Map.of(), home))).isEmpty();
    }
}
