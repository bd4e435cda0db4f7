package io.taskledger.rest.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import io.taskledger.rest.Api;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the linters of {@code .ci/lint-openapi} ask of the document, for every build; and that it leaves nothing out. */
class OpenApiRulesTest extends RestServer {

    /** Redirects to what is elsewhere, and an icon that there is none. */
    private static final Set<String> UNDOCUMENTED = Set.of(
            "GET " + Api.BASE + "/",
            "GET " + Api.BASE + "/docs",
            "GET " + Api.BASE + "/openapi.json",
            "GET " + Api.BASE + "/favicon.ico");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    private JsonNode document() {
        return stranger("GET", "/openapi.json", "").json();
    }

    private record Operation(String method, String path, JsonNode words) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static List<Operation> operations(JsonNode document) {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(one -> operations.add(
                                new Operation(one.getKey().toUpperCase(Locale.ROOT), path.getKey(), one.getValue()))));
        return operations;
    }

    @Test
    void every_list_says_of_what_it_is_and_one_of_several_bodies_is_known_by_what_it_must_have() {
        var document = document();
        var lists = document.findParents("type").stream()
                .filter(schema -> schema.path("type").toString().contains("\"array\""))
                .toList();

        assertThat(lists)
                .isNotEmpty()
                .allSatisfy(list ->
                        assertThat(list.has("items")).as(list.toString()).isTrue());
        assertThat(document.findValues("oneOf"))
                .isNotEmpty()
                .allSatisfy(several -> several.forEach(
                        one -> assertThat(named(document, one).path("required").isEmpty())
                                .as(one.toString())
                                .isFalse()));
    }

    private static JsonNode named(JsonNode document, JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asString().substring(1)) : schema;
    }

    @Test
    void no_route_is_left_out() {
        var served = new TreeSet<String>();
        routes.getHandlerMethods()
                .keySet()
                .forEach(route -> route.getPatternValues().stream()
                        .filter(Api::covers)
                        .forEach(path -> route.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> served.add(method + " " + path))));
        served.removeAll(UNDOCUMENTED);

        assertThat(operations(document())).extracting(Operation::toString).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void every_operation_says_what_it_does_and_belongs_to_one_group() {
        var document = document();
        var groups = new HashSet<String>();
        document.path("tags").forEach(tag -> {
            groups.add(tag.path("name").asString());
            assertThat(tag.path("description").asString()).endsWith(".");
        });
        var names = new HashSet<String>();
        for (var operation : operations(document)) {
            assertThat(names.add(operation.words.path("operationId").asString()))
                    .as("%s: its operationId is another's", operation)
                    .isTrue();
            assertThat(operation.words.path("description").asString())
                    .as(operation.toString())
                    .endsWith(".");
            assertThat(operation.words.path("tags").valueStream().map(JsonNode::asString))
                    .as("%s: one tag, with words in ApiTags", operation)
                    .hasSize(1)
                    .isSubsetOf(groups);
        }
    }

    @Test
    void every_body_has_an_example() {
        for (var operation : operations(document())) {
            operation
                    .words
                    .at("/requestBody/content")
                    .properties()
                    .forEach(content -> assertThat(content.getValue().has("example")
                                    || content.getKey().equals("multipart/form-data"))
                            .as("%s: a request in examples.json", operation)
                            .isTrue());
        }
    }

    @Test
    void every_part_of_an_address_is_declared_and_no_two_addresses_can_be_mistaken() {
        var shapes = new HashSet<String>();
        for (var operation : operations(document())) {
            var declared = operation
                    .words
                    .path("parameters")
                    .valueStream()
                    .filter(one -> one.path("in").asString().equals("path"))
                    .map(one -> "{" + one.path("name").asString() + "}")
                    .toList();
            var named = new ArrayList<String>();
            java.util.regex.Pattern.compile("\\{[^}]+}")
                    .matcher(operation.path)
                    .results()
                    .forEach(found -> named.add(found.group()));
            assertThat(declared).as(operation.toString()).isEqualTo(named);
            assertThat(shapes.add(operation.method + " " + operation.path.replaceAll("\\{[^}]+}", "{}")))
                    .as(operation.toString())
                    .isTrue();
        }
    }

    @Test
    void every_component_is_used_and_all_that_is_used_is_there() {
        var document = document();
        var used = new TreeSet<String>();
        references(document, used);
        var defined = new TreeSet<String>();
        document.at("/components/schemas").propertyNames().forEach(name -> defined.add("#/components/schemas/" + name));

        assertThat(defined).isEqualTo(used);
    }

    private static void references(JsonNode node, Set<String> found) {
        if (node.path("$ref").isString()) {
            found.add(node.path("$ref").asString());
        }
        node.values().forEach(value -> references(value, found));
    }

    @Test
    void it_tells_whose_it_is() {
        var info = document().path("info");

        assertThat(info.at("/contact/name").asString()).isNotEmpty();
        assertThat(info.at("/license/name").asString()).isNotEmpty();
        assertThat(info.path("description").asString()).isNotEmpty();
    }
}
