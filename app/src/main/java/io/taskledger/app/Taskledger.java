package io.taskledger.app;

import java.util.Map;

import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.app.watch.Watching;
import io.taskledger.exchange.ImportFormat;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.BootstrapMode;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The product as a Spring application; started from the command line, {@link io.taskledger.app.commandline.Main}. */
@SpringBootApplication(
        // Only sides that have components: every class of a package that is looked through is read at each start.
        scanBasePackages = {
            "io.taskledger.app",
            "io.taskledger.automation",
            "io.taskledger.command",
            "io.taskledger.query",
            "io.taskledger.rest",
            "io.taskledger.security",
            "io.taskledger.ui"
        },
        excludeName = {
            // The ledger and the projections bring their own of what these would make.
            "org.axonframework.springboot.autoconfig.JpaAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration",
            // Migrations are over before there is a pool (app.database.Schemas).
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@EntityScan({"io.taskledger.query", "org.axonframework.eventhandling.deadletter.jpa"})
@EnableJpaRepositories(basePackages = "io.taskledger.query", bootstrapMode = BootstrapMode.DEFERRED)
@EnableScheduling
public class Taskledger {

    private static final long ROOM_BYTES = 1L << 20;

    /** With the web server, or without one for work from the command line. */
    public static SpringApplication application(TaskledgerSettings settings, boolean web) {
        var application = new SpringApplicationBuilder(Taskledger.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .web(web ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                .initializers(context -> context.getBeanFactory().registerSingleton("settings", settings))
                .properties(properties(settings))
                .properties(web ? Watching.properties(settings) : Map.of());
        return (web ? application : withoutEdges(application)).build();
    }

    private static SpringApplicationBuilder withoutEdges(SpringApplicationBuilder application) {
        return application
                .initializers(context -> context.getBeanFactory().registerSingleton("edges", new WithoutEdges()))
                .properties(
                        // Vaadin's do not look whether there is a web server.
                        "spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration,"
                                + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration,"
                                + "com.vaadin.flow.spring.VaadinScopesConfig");
    }

    private static Map<String, Object> properties(TaskledgerSettings settings) {
        // A file that is a little too large is still read, so as to be refused in our words.
        var largest = Math.max(ImportFormat.MOST_BYTES, settings.files().limit() + ROOM_BYTES);
        return Map.of(
                "server.port", settings.port(),
                "server.address", settings.address(),
                "spring.servlet.multipart.max-file-size", largest,
                "spring.servlet.multipart.max-request-size", largest + ROOM_BYTES,
                "server.servlet.session.cookie.secure", settings.overTls());
    }
}
