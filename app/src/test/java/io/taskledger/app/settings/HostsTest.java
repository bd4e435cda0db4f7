package io.taskledger.app.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HostsTest {

    @TempDir
    private Path home;

    @Test
    void on_ones_own_machine_it_has_that_machines_names_alone() {
        assertThat(hosts(Map.of()))
                .hasValueSatisfying(hosts -> assertThat(hosts)
                        .contains("localhost", "127.0.0.1", "[::1]")
                        .doesNotContain("evil.example"));
        assertThat(hosts(Map.of("TASKLEDGER_ADDRESS", "127.0.0.1"))).isPresent();
    }

    @Test
    void elsewhere_it_has_that_of_the_public_address_and_those_that_are_added() {
        assertThat(hosts(Map.of(
                        "TASKLEDGER_ADDRESS", "0.0.0.0",
                        "TASKLEDGER_PUBLIC_URL", "https://Tasks.example.org",
                        "TASKLEDGER_HOSTS", "app.internal, 10.0.0.7")))
                .hasValueSatisfying(hosts ->
                        assertThat(hosts).contains("tasks.example.org", "app.internal", "10.0.0.7", "localhost"));
    }

    @Test
    void who_says_nothing_but_listens_to_everybody_is_called_anything() {
        assertThat(hosts(Map.of("TASKLEDGER_ADDRESS", "0.0.0.0"))).isEmpty();
        assertThat(hosts(Map.of("TASKLEDGER_HOSTS", "*", "TASKLEDGER_PUBLIC_URL", "https://tasks.example.org")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://tasks.example.org", "tasks.example.org:8080", "a b", "tasks.example.org/", "-"})
    void what_is_no_name_stops_the_start(String text) {
        assertThatThrownBy(() -> hosts(Map.of("TASKLEDGER_HOSTS", text)))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("TASKLEDGER_HOSTS");
    }

    private Optional<Set<String>> hosts(Map<String, String> environment) {
        return TaskledgerSettings.of(new HashMap<>(environment), home).hosts();
    }
}
