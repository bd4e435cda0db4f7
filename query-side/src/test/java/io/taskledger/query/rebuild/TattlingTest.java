package io.taskledger.query.rebuild;

import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.ProjectionCommand.RetryDeadLetter;
import io.taskledger.messages.projection.ProjectionRejection.StillFailing;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.People;
import io.taskledger.query.task.PlantedTattler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** A failure's message may hold what somebody wrote, which must not outlive the key that it is sealed with elsewhere. */
class TattlingTest {

    private static final String TITLE = "Ring the divorce lawyer";

    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void listen() {
        said.start();
        root.addAppender(said);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(said);
    }

    @Test
    void what_a_handler_says_of_a_title_is_neither_stored_nor_shown_nor_logged() {
        try (var site = Site.fresh(PlantedTattler.class)) {
            site.send(People.somebody(), CreateTask.titled(TaskId.next(), TITLE));
            site.settle();

            tells_the_class_and_the_place(site);
            is_not_told_by_a_retry(site);
            assertThat(site.rebuild(Afterwards.SWAP).toString()).doesNotContain(TITLE);
            tells_the_class_and_the_place(site);
            assertThat(stored(site)).isNotEmpty().noneMatch(text -> text.contains(TITLE));
        }
        root.warn("Heard to the end");
        assertThat(said.list).isNotEmpty().noneMatch(event -> text(event).contains(TITLE));
    }

    @Test
    void what_postgresql_says_of_a_row_is_not_stored_either() {
        try (var site = Site.fresh()) {
            site.sql()
                    .sql("alter table tasks_v1.task add constraint short_titles check (length(title) < 10)")
                    .update();
            site.send(People.somebody(), CreateTask.titled(TaskId.next(), TITLE));
            site.settle();

            assertThat(site.letters())
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.cause())
                            .contains("PSQLException: SQLSTATE 23514 tasks_v1.task.short_titles"));
            assertThat(stored(site)).isNotEmpty().noneMatch(text -> text.contains(TITLE));
        }
    }

    private static void tells_the_class_and_the_place(Site site) {
        assertThat(site.letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.cause())
                        .get()
                        .asString()
                        .startsWith("IllegalStateException: at ")
                        .contains("PlantedTattler", "PlantedTattler.java:"));
    }

    private static void is_not_told_by_a_retry(Site site) {
        var letter = site.letters().getFirst();
        assertThat(site.refusal(() -> site.operate(new RetryDeadLetter(Site.TASKS, letter.id()))))
                .isInstanceOfSatisfying(
                        StillFailing.class,
                        still -> assertThat(still.cause())
                                .contains("IllegalStateException")
                                .doesNotContain(TITLE));
    }

    private static List<String> stored(Site site) {
        return site.sql().sql("""
                        select concat_ws(' ', cause_type, cause_message, convert_from(diagnostics, 'UTF8'))
                        from automation.dead_letter_entry
                        union all
                        select last_error from readmodel.version where last_error is not null
                        union all
                        select failure from readmodel.rebuild where failure is not null""").query(String.class).list();
    }

    private static String text(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return event.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
    }
}
