package io.taskledger.rest.openapi;

import java.util.ArrayList;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.taskledger.rest.Api;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Adds to each operation's description who may ask for it, and whether it may be asked for twice. */
@Component
class OperationFacts implements GlobalOpenApiCustomizer {

    private static final String ADMINS = Api.BASE + "/admin/";

    @Override
    public void customise(OpenAPI document) {
        document.getPaths()
                .forEach((path, item) ->
                        item.readOperations().forEach(operation -> operation.setDescription(told(path, operation))));
    }

    private static String told(String path, Operation operation) {
        var sentences = new ArrayList<String>();
        sentences.add(
                sentence(operation.getDescription() == null ? operation.getSummary() : operation.getDescription()));
        if (path.startsWith(ADMINS)) {
            sentences.add("For admins of the instance.");
        }
        sentences.add(OperationWords.isOpen(operation) ? "Needs no token." : "Needs a token.");
        if (operation.getParameters() != null
                && operation.getParameters().stream().map(Parameter::getName).anyMatch(OperationWords.KEY::equals)) {
            sentences.add("Under an `Idempotency-Key` it is done once.");
        }
        return String.join(" ", sentences);
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
