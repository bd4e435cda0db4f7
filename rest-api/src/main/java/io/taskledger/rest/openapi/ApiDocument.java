package io.taskledger.rest.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.taskledger.rest.RestSettings;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.JsonValue;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.problem.Problem;
import io.taskledger.security.token.AccessCookie;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** What the OpenAPI document says as a whole; what it says of each operation is in {@link OperationWords}. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/taskledger/rest/openapi.properties")
class ApiDocument {

    private static final boolean OPENAPI_3_1 = true;

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(JsonBody.class, JsonValue.class, QueryParameters.class);
    }

    @Bean
    OpenAPI taskledgerApi(RestSettings settings) {
        return new OpenAPI()
                .info(new Info()
                        .title("Taskledger")
                        .version(settings.version())
                        .description("Tasks whose only truth is a ledger of events. Errors are problems (RFC 9457).")
                        .contact(new Contact().name("Whoever runs this server"))
                        .license(
                                new License().name("All rights reserved").identifier("LicenseRef-All-Rights-Reserved")))
                // Wherever this document was read from, under whatever name the server is known there.
                .servers(List.of(new Server().url("/").description("This server")))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addSecuritySchemes(
                                "cookie",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name(AccessCookie.NAME)))
                .security(List.of(
                        new SecurityRequirement().addList("bearer"), new SecurityRequirement().addList("cookie")));
    }

    /** What may be a list among other things says of what, too: OpenAPI wants it of every list. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // the library has its schemas so
    @Bean
    GlobalOpenApiCustomizer listsOfAnything() {
        return document -> document.getComponents().getSchemas().values().stream()
                .map(Schema::getProperties)
                .filter(Objects::nonNull)
                .flatMap(properties -> ((Map<?, ?>) properties).values().stream())
                .map(Schema.class::cast)
                .filter(property ->
                        property.getTypes() != null && property.getTypes().contains("array"))
                .filter(property -> property.getItems() == null)
                .forEach(property -> property.setItems(new JsonSchema()));
    }

    @Bean
    GlobalOpenApiCustomizer problemSchema() {
        return document -> ModelConverters.getInstance(OPENAPI_3_1)
                .readAll(Problem.class)
                .forEach(document.getComponents()::addSchemas);
    }
}
