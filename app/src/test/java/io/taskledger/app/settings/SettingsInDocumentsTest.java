package io.taskledger.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.taskledger.app.product.Installation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The README's table and the example file are made from the settings; where they differ, the failure shows the text. */
class SettingsInDocumentsTest {

    private static final Pattern TABLE = Pattern.compile("<!-- settings -->\\n(.*?)<!-- /settings -->", Pattern.DOTALL);

    @Test
    void the_readme_has_the_table_of_all_settings() throws IOException {
        var readme = TABLE.matcher(Files.readString(Installation.ROOT.resolve("README.md")));

        assertThat(readme.find()).isTrue();
        assertThat(readme.group(1)).isEqualTo(table());
    }

    @Test
    void the_example_file_has_each_setting_once_with_its_default() throws IOException {
        assertThat(Files.readString(Installation.ROOT.resolve(".env.example"))).isEqualTo(example());
    }

    private static String table() {
        return Arrays.stream(Setting.values())
                .map(setting -> "| `%s` | %s | %s |\n".formatted(setting.key(), setting.fallback(), setting.meaning()))
                .collect(Collectors.joining("", "| Setting | Default | Meaning |\n|---|---|---|\n", ""));
    }

    private static String example() {
        return Arrays.stream(Setting.values())
                .map(setting -> "\n# %s\n# Default: %s\n#%s=\n"
                        .formatted(
                                setting.meaning().replace("`", ""),
                                setting.fallback().replace("`", ""),
                                setting.key()))
                .collect(Collectors.joining(
                        "",
                        "# Copy to .env beside the start script and take away the # before what you set; the environment wins.\n",
                        ""));
    }
}
