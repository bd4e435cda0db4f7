package io.taskledger.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

import io.taskledger.app.product.Installation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The bill of materials that the product carries (CycloneDX), held against the jars that are in there. */
class SuppliesIT {

    private static final String OURS = "io.taskledger";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    /** Spring Boot's own, which unpacks the jar: it is put in after the bill is made, with the version of the rest. */
    private static final String UNPACKING = LIBRARIES + "spring-boot-jarmode-tools-";

    private static JarFile product;
    private static List<JsonNode> components;

    @BeforeAll
    static void read() throws IOException {
        product = new JarFile(Path.of(System.getProperty("taskledger.jar", "target/taskledger.jar"))
                .toFile());
        var offline = "offline: true".equals(System.getProperty("taskledger.maven"));
        assumeThat(offline)
                .as("Maven is offline, and the plugin makes no bill then")
                .isFalse();
        var bill = product.getManifest().getMainAttributes().getValue("Sbom-Location");
        assertThat(bill).as("the bill of materials").isNotNull();
        try (var in = product.getInputStream(product.getJarEntry(bill))) {
            components = List.copyOf(
                    JsonMapper.shared().readTree(in).get("components").values());
        }
    }

    @AfterAll
    static void close() throws IOException {
        product.close();
    }

    private static List<JarEntry> libraries() {
        return product.stream()
                .filter(entry -> entry.getName().startsWith(LIBRARIES) && !entry.isDirectory())
                .filter(entry -> !entry.getName().startsWith(UNPACKING))
                .toList();
    }

    @Test
    void each_jar_of_others_is_in_the_bill_byte_for_byte_and_each_of_ours_by_name() throws Exception {
        var digests = components.stream().collect(Collectors.toMap(SuppliesIT::file, SuppliesIT::sha256, (a, b) -> a));

        var ours = components.stream()
                .filter(component -> group(component).equals(OURS))
                .map(SuppliesIT::file)
                .collect(Collectors.toSet());

        assertThat(libraries()).hasSizeGreaterThan(200);
        for (var library : libraries()) {
            var file = library.getName().substring(LIBRARIES.length());
            assertThat(digests).containsKey(file);
            if (!ours.contains(file)) {
                assertThat(digests.get(file)).as(file).isEqualTo(sha256(library));
            }
        }
    }

    /** Where it fails for a new library: look at its licence, then take the text that is shown. */
    @Test
    void the_list_of_licences_is_made_from_the_bill() throws IOException {
        assertThat(Files.readString(Installation.ROOT.resolve("docs/licences.md")))
                .isEqualTo(licences());
    }

    private static String licences() {
        var shipped = libraries().stream()
                .map(entry -> entry.getName().substring(LIBRARIES.length()))
                .collect(Collectors.toSet());
        Map<String, TreeSet<String>> byLicence = new TreeMap<>();
        components.stream()
                .filter(component ->
                        shipped.contains(file(component)) && !group(component).equals(OURS))
                .forEach(component -> byLicence
                        .computeIfAbsent(licence(component), licence -> new TreeSet<>())
                        .add(group(component) + ":" + component.get("name").asString()));
        return byLicence.entrySet().stream()
                .map(entry -> "\n## %s\n\n%s\n"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().stream()
                                        .map("- `%s`"::formatted)
                                        .collect(Collectors.joining("\n"))))
                .collect(Collectors.joining(
                        "",
                        "# Licences of the libraries in the product\n\nMade from the bill of materials in the jar"
                                + " (`META-INF/sbom/application.cdx.json`, CycloneDX), which has the versions too.\n",
                        ""));
    }

    private static String licence(JsonNode component) {
        return component.path("licenses").values().stream()
                .map(choice -> choice.path("license"))
                .map(licence -> licence.path("id").asString(licence.path("name").asString("unknown")))
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    private static String file(JsonNode component) {
        return component.get("name").asString() + "-" + component.get("version").asString() + ".jar";
    }

    private static String group(JsonNode component) {
        return component.path("group").asString("");
    }

    private static String sha256(JsonNode component) {
        return component.path("hashes").values().stream()
                .filter(hash -> hash.get("alg").asString().equals("SHA-256"))
                .map(hash -> hash.get("content").asString())
                .findFirst()
                .orElse("");
    }

    private static String sha256(JarEntry entry) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var in = new DigestInputStream(product.getInputStream(entry), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
