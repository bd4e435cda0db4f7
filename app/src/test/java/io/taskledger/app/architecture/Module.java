package io.taskledger.app.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/** The modules, each with those that it may know: the arrows of the house. */
@SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that do not change
enum Module {
    MESSAGES("messages"),
    LEDGER("ledger"),
    COMMAND_SIDE("command", MESSAGES, LEDGER),
    QUERY_SIDE("query", MESSAGES, LEDGER),
    SECURITY("security", MESSAGES, LEDGER),
    STORAGE("storage"),
    AUTOMATION("automation", MESSAGES, STORAGE),
    EXCHANGE("exchange", MESSAGES),
    REST_API("rest", MESSAGES, SECURITY, STORAGE, EXCHANGE),
    UI("ui", MESSAGES, SECURITY, STORAGE, EXCHANGE),
    POSTGRES("postgres"),
    APP(
            "app",
            MESSAGES,
            LEDGER,
            COMMAND_SIDE,
            QUERY_SIDE,
            SECURITY,
            STORAGE,
            AUTOMATION,
            EXCHANGE,
            REST_API,
            UI,
            POSTGRES);

    static final String ROOT = "io.taskledger";

    private final String folder;
    private final List<Module> known;

    Module(String folder, Module... known) {
        this.folder = folder;
        this.known = List.of(known);
    }

    String root() {
        return ROOT + "." + folder;
    }

    String packages() {
        return root() + "..";
    }

    /** Nothing of ours but itself and what it may know. */
    ArchRule arrow() {
        var allowed = new ArrayList<String>();
        allowed.add(packages());
        known.forEach(module -> allowed.add(module.packages()));
        return classes()
                .that()
                .resideInAPackage(packages())
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..")
                        .or(resideInAnyPackage(allowed.toArray(String[]::new)))
                        .as("belong to " + this + " or " + known));
    }

    static String[] allBut(Module one) {
        return Arrays.stream(values())
                .filter(module -> module != one)
                .map(Module::packages)
                .toArray(String[]::new);
    }
}
