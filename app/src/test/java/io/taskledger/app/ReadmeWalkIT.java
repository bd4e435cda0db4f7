package io.taskledger.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import io.taskledger.app.product.Installation;
import io.taskledger.app.product.OneProduct;
import io.taskledger.app.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The README's commands are run as they stand there, and end with the answer that is shown there. */
@ExtendWith(OneProduct.class)
class ReadmeWalkIT {

    private static final Pattern COMMANDS = Pattern.compile("```sh\\R(API=.*?)```", Pattern.DOTALL);
    private static final Pattern ANSWER =
            Pattern.compile("<!-- walk -->\\R```json\\R(.*?)```\\R<!-- /walk -->", Pattern.DOTALL);

    @TempDir
    private Path home;

    @Test
    void the_walk_ends_with_the_json_that_is_shown(Product product) throws Exception {
        var readme = Files.readString(Installation.ROOT.resolve("README.md"));
        var said = run(found(COMMANDS, readme).replace("localhost:8080", "127.0.0.1:" + product.port()));

        var last = said.substring(said.lastIndexOf("[{"));
        assertThat(withoutIdsAndTimes(last)).isEqualTo(withoutIdsAndTimes(found(ANSWER, readme)));
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    private String run(String commands) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-eu", "-c", commands)
                .redirectError(home.resolve("walk.txt").toFile())
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static JsonNode withoutIdsAndTimes(String json) {
        var entries = (ArrayNode) JsonMapper.shared().readTree(json);
        for (var entry : entries) {
            for (var own : new String[] {"id", "user_id", "resource_id", "created_at", "recorded_at"}) {
                assertThat(((ObjectNode) entry).remove(own)).as(own).isNotNull();
            }
        }
        return entries;
    }
}
