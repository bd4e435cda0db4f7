package io.taskledger.app.container;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.taskledger.app.product.Installation;
import io.taskledger.app.settings.Setting;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

class ContainerFilesTest {

    private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{([A-Z_]+)(:.)?");

    private static String text(String file) throws IOException {
        return Files.readString(Installation.ROOT.resolve(file));
    }

    /** The Dockerfile's instructions, continued lines joined. */
    private static List<String> instructions() throws IOException {
        return text("Dockerfile")
                .replaceAll("(?m)^#.*\\R", "")
                .replace("\\\n", " ")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static List<String> instructions(String name) throws IOException {
        return instructions().stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    @Test
    void the_image_is_built_in_one_stage_and_run_in_another() throws IOException {
        assertThat(instructions("FROM")).hasSize(2).first().asString().endsWith(" AS build");
        assertThat(instructions("FROM"))
                .allSatisfy(image ->
                        assertThat(image).as("a plain name and a version").matches("[a-z-]+:25-(jdk AS build|jre)"));
        assertThat(instructions("COPY").getLast()).startsWith("--from=build ");
    }

    @Test
    void the_product_runs_as_nobody_special_and_says_how_it_is() throws IOException {
        var all = instructions();

        assertThat(instructions("USER")).containsExactly("taskledger");
        assertThat(all.indexOf("USER taskledger")).isLessThan(all.size() - 1);
        assertThat(instructions("HEALTHCHECK")).singleElement().asString().contains("/ready");
        assertThat(instructions("ENTRYPOINT")).singleElement().asString().startsWith("[\"java\",");
        assertThat(instructions("VOLUME")).containsExactly("/data");
    }

    @Test
    void what_the_image_copies_is_not_ignored() throws IOException {
        var ignored = text(".dockerignore").lines().toList();

        assertThat(ignored)
                .contains("*", "!.mvn", "!mvnw", "!pom.xml", "!*/pom.xml", "!*/src/main", "!app/java-options");
        assertThat(text("Dockerfile")).contains("app/java-options");
    }

    @Test
    void the_services_are_healthy_come_back_and_keep_their_data() throws IOException {
        Map<String, Object> compose = new Yaml().load(text("docker-compose.yml"));
        var services = map(compose.get("services"));
        var app = map(services.get("app"));
        var database = map(services.get("database"));

        assertThat(services).containsOnlyKeys("app", "database", "mail");
        assertThat(map(map(app.get("depends_on")).get("database"))).containsEntry("condition", "service_healthy");
        assertThat(map(database.get("healthcheck"))).containsKey("test");
        assertThat(List.of(app, database)).allSatisfy(service -> {
            assertThat(service).containsEntry("restart", "unless-stopped");
            assertThat(volumes(service)).isNotEmpty().allMatch(map(compose.get("volumes"))::containsKey);
        });
        assertThat(database).as("nobody else's business").doesNotContainKey("ports");
        assertThat(map(app.get("environment")).get("TASKLEDGER_DATABASE_PASSWORD"))
                .isEqualTo(map(database.get("environment")).get("POSTGRES_PASSWORD"))
                .asString()
                .startsWith("${TASKLEDGER_DATABASE_PASSWORD");
    }

    @Test
    void in_production_two_nodes_of_one_shape_stand_behind_a_proxy_that_they_believe() throws IOException {
        var services = map(production().get("services"));
        var address = map(map(map(services.get("proxy")).get("networks")).get("default"));

        assertThat(List.of("app", "app2")).allSatisfy(node -> {
            assertThat(map(services.get(node))).containsEntry("ports", List.of());
            assertThat(map(map(services.get(node)).get("environment")))
                    .containsEntry("TASKLEDGER_PROFILE", "production")
                    .containsEntry("TASKLEDGER_PROXIES", address.get("ipv4_address"))
                    .containsKeys("TASKLEDGER_MASTER_KEY", "TASKLEDGER_DATABASE_PASSWORD");
        });
        assertThat(text("deploy/haproxy.cfg"))
                .contains(
                        "server app app:8080",
                        "server app2 app2:8080",
                        "uri /ready",
                        "set-header X-Forwarded-For %[src]");
    }

    @Test
    void in_production_no_secret_has_a_default() throws IOException {
        assertThat(SUBSTITUTED.matcher(text("deploy/production.yml")).results())
                .filteredOn(found -> found.group(1).matches(".*(KEY|PASSWORD)"))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.group(2)).isEqualTo(":?"));
    }

    @Test
    void only_settings_that_there_are_are_given() throws IOException {
        var known = Arrays.stream(Setting.values()).map(Setting::key).toList();
        var substituted = new ArrayList<String>();
        for (var file : List.of("docker-compose.yml", "deploy/production.yml")) {
            SUBSTITUTED.matcher(text(file)).results().forEach(found -> substituted.add(found.group(1)));
        }
        substituted.remove("TASKLEDGER_RELEASE"); // the image's tag

        assertThat(known).containsAll(substituted);
        assertThat(known)
                .containsAll(map(map(map(new Yaml()
                                                .<Map<String, Object>>load(text("docker-compose.yml"))
                                                .get("services"))
                                        .get("app"))
                                .get("environment"))
                        .keySet())
                .containsAll(map(production().get("x-node")).keySet());
    }

    /** What is said to Compose of how to join files is left out. */
    private static Map<String, Object> production() throws IOException {
        return new Yaml().load(text("deploy/production.yml").replaceAll("!(reset|override)", ""));
    }

    private static List<String> volumes(Map<String, Object> service) {
        return ((List<?>) service.get("volumes"))
                .stream().map(volume -> volume.toString().split(":")[0]).toList();
    }

    @SuppressWarnings("unchecked") // YAML's mappings have texts for keys here
    private static Map<String, Object> map(Object yaml) {
        return (Map<String, Object>) yaml;
    }
}
