package io.taskledger.messages;

import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TrimmedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\t\r\n", "\u00a0", "\u2007\u202f", "\u3000", "\u200b", "\u2060\ufeff", " \u200e\u00ad "
            })
    void of_what_nobody_can_see_nothing_is_left(String text) {
        assertThat(Trimmed.of(text)).isEmpty();
        assertThatExceptionOfType(CommandRejected.class).isThrownBy(() -> CreateTask.titled(TaskId.next(), text));
    }

    @Test
    void blanks_that_do_not_break_are_taken_from_both_ends() {
        assertThat(Trimmed.of("\u00a0\u3000 Buy\u00a0milk\u2003\n")).isEqualTo("Buy\u00a0milk");
    }

    @Test
    void what_joins_or_turns_characters_stays_with_them() {
        assertThat(Trimmed.of(" \u200fمرحبا 👨\u200d👩\u200d👧 ")).isEqualTo("\u200fمرحبا 👨\u200d👩\u200d👧");
    }

    @Test
    void a_character_that_cannot_be_stored_is_left_to_be_refused() {
        assertThat(Trimmed.of(" \0 ")).isEqualTo("\0");
        assertThat(Trimmed.of(" \ud83d ")).isEqualTo("\ud83d");
    }
}
