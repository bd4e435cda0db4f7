package io.taskledger.app.architecture;

import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.time.Instant;
import java.time.LocalDate;

import javax.imageio.ImageIO;

import jakarta.persistence.Entity;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.server.streams.InMemoryUploadHandler;
import org.jspecify.annotations.NullMarked;
import org.springframework.data.repository.Repository;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** What holds across modules, besides their arrows. */
@SuppressWarnings("ImmutableEnumChecker") // no rule of ArchUnit changes
enum HouseRules {
    NOTHING_KNOWS_THE_APP(noClasses()
            .that()
            .resideInAnyPackage(Module.allBut(Module.APP))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(Module.APP.packages())),

    THE_LEDGER_NEEDS_AXON_AND_JDBC_ALONE(classes()
            .that()
            .resideInAPackage(Module.LEDGER.packages())
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    Module.LEDGER.packages(),
                    "java..",
                    "javax.sql..",
                    "org.axonframework..",
                    "org.postgresql..",
                    // What is stored is JSON, and personal data is sealed while it is written.
                    "tools.jackson..",
                    "com.github.benmanes.caffeine..",
                    "org.slf4j..",
                    "org.jspecify..",
                    "org.checkerframework..")),

    ENTITIES_STAY_ON_THE_QUERY_SIDE(classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .resideInAPackage(Module.QUERY_SIDE.packages())
            .andShould()
            .bePackagePrivate()),

    REPOSITORIES_STAY_IN_THEIR_FEATURE(classes()
            .that()
            .areAssignableTo(Repository.class)
            .should()
            .resideInAPackage(Module.QUERY_SIDE.packages())
            .andShould()
            .bePackagePrivate()),

    NO_ENTITY_IS_HANDED_OUT(classes().that().arePublic().should(handOutNoEntity())),

    EDGES_KNOW_NO_STORE(noClasses()
            .that()
            .resideInAnyPackage(Module.REST_API.packages(), Module.UI.packages())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "jakarta.persistence..",
                    "org.hibernate..",
                    "org.springframework.jdbc..",
                    "org.springframework.orm..",
                    "org.springframework.data..",
                    "org.axonframework.eventsourcing..")),

    DECISIONS_ARE_TOLD_THE_TIME(noClasses()
            .that()
            .resideInAPackage(Module.COMMAND_SIDE.packages())
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")),

    /** So no address that people give is ever fetched; the operator's own are asked by the store, by mail and by the app. */
    NOTHING_ASKS_ANOTHER_SERVER(noClasses()
            .that()
            .resideInAnyPackage(Module.allBut(Module.APP))
            .and()
            .doNotHaveSimpleName("S3Shelf")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..",
                    "org.springframework.web.client..",
                    "org.springframework.web.reactive..",
                    "software.amazon..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(URLConnection.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Socket.class)
            .orShould()
            .callMethod(URL.class, "openStream")
            .orShould()
            .callMethod(ImageIO.class, "read", URL.class)),

    /** What the framework takes into memory by itself, it takes whatever its size. */
    UPLOADS_ARE_BOUNDED(noClasses().should().dependOnClassesThat().areAssignableTo(InMemoryUploadHandler.class)),

    EVERY_PACKAGE_IS_NULL_MARKED(classes().should(liveInANullMarkedPackage()));

    private final ArchRule rule;

    HouseRules(ArchRule rule) {
        this.rule = rule;
    }

    ArchRule rule() {
        return rule;
    }

    /** Where a class that breaks the rule is planted, beside this package's tests. */
    String plantedIn() {
        return switch (this) {
            case NOTHING_KNOWS_THE_APP -> "io.taskledger.security.planted";
            case THE_LEDGER_NEEDS_AXON_AND_JDBC_ALONE -> "io.taskledger.ledger.planted";
            // Not on the query side, where Spring would find it.
            case ENTITIES_STAY_ON_THE_QUERY_SIDE, NO_ENTITY_IS_HANDED_OUT -> "io.taskledger.storage.planted";
            case REPOSITORIES_STAY_IN_THEIR_FEATURE -> "io.taskledger.query.planted";
            case EDGES_KNOW_NO_STORE, NOTHING_ASKS_ANOTHER_SERVER -> "io.taskledger.rest.planted";
            case UPLOADS_ARE_BOUNDED -> "io.taskledger.ui.planted";
            case DECISIONS_ARE_TOLD_THE_TIME -> "io.taskledger.command.planted";
            case EVERY_PACKAGE_IS_NULL_MARKED -> "io.taskledger.ui.planted.unmarked";
        };
    }

    private static ArchCondition<JavaClass> handOutNoEntity() {
        return new ArchCondition<>("hand out no entity") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                        .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                        .filter(HouseRules::namesAnEntity)
                        .map(method ->
                                SimpleConditionEvent.violated(method, method.getDescription() + " names an entity"))
                        .forEach(events::add);
            }
        };
    }

    private static boolean namesAnEntity(JavaMethod method) {
        return involvesAnEntity(method.getReturnType())
                || method.getParameterTypes().stream().anyMatch(HouseRules::involvesAnEntity);
    }

    private static boolean involvesAnEntity(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().anyMatch(raw -> raw.isAnnotatedWith(Entity.class));
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.getPackage().tryGetAnnotationOfType(NullMarked.class).isEmpty()) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
