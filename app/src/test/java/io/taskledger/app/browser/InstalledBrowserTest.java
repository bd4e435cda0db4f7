package io.taskledger.app.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InstalledBrowserTest {

    @TempDir
    private Path folder;

    private Path program(String name) throws IOException {
        var program = Files.createFile(folder.resolve(name));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    @Test
    void without_a_browser_the_line_that_installs_one_is_said() {
        assertThatThrownBy(() -> InstalledBrowser.find(Map.of("PATH", folder.toString()), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("apt-get install -y chromium")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void the_one_that_is_named_comes_first() throws IOException {
        var usual = program("chromium");
        var named = program("my-browser");

        var found = InstalledBrowser.find(
                Map.of(InstalledBrowser.NAMED_BY, named.toString(), "PATH", folder.toString()), List.of(usual));

        assertThat(found).isEqualTo(named);
    }

    @Test
    void a_browser_on_the_path_is_found_under_its_usual_names() throws IOException {
        var chrome = program("google-chrome");

        assertThat(InstalledBrowser.find(Map.of("PATH", "/nowhere::" + folder), List.of()))
                .isEqualTo(chrome);
    }

    @Test
    void what_cannot_be_run_is_no_browser() throws IOException {
        var file = Files.createFile(folder.resolve("chromium"));
        var directory = Files.createDirectory(folder.resolve("google-chrome"));

        assertThatThrownBy(() -> InstalledBrowser.find(Map.of("PATH", folder.toString()), List.of(file, directory)))
                .isInstanceOf(IllegalStateException.class);
    }
}
