package io.taskledger.app.watch;

import java.net.URI;
import java.util.Optional;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import io.sentry.Sentry;
import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import io.sentry.SentryOptions;
import io.sentry.protocol.Message;
import io.taskledger.app.Version;
import io.taskledger.query.projection.FailureText;
import org.slf4j.LoggerFactory;

/**
 * Reports what is logged as an error by Sentry's protocol: the sentence as the code has it, without what was put into it,
 * the exceptions' classes and stacks without their words, the release, and the request's id.
 */
final class ErrorReports extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final String REQUEST = "requestId";

    /** @param dsn with the key that the server gave */
    ErrorReports(URI dsn, String environment) {
        Sentry.init(options -> configure(options, dsn, environment));
        setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        setName("error-reports");
        start();
        root().addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent logged) {
        if (!logged.getLevel().isGreaterOrEqual(Level.ERROR)
                || logged.getLoggerName().startsWith("io.sentry")) {
            return;
        }
        var report = logged.getThrowableProxy() instanceof ThrowableProxy failure
                ? new SentryEvent(failure.getThrowable())
                : new SentryEvent();
        var sentence = new Message();
        sentence.setMessage(logged.getMessage());
        report.setMessage(sentence);
        report.setLevel(SentryLevel.ERROR);
        report.setLogger(logged.getLoggerName());
        Optional.ofNullable(logged.getMDCPropertyMap().get(REQUEST)).ifPresent(id -> report.setTag(REQUEST, id));
        Sentry.captureEvent(report);
    }

    private static void configure(SentryOptions options, URI dsn, String environment) {
        options.setDsn(dsn.toString());
        options.setEnvironment(environment);
        options.setRelease("taskledger@" + Version.text());
        options.setSendDefaultPii(false);
        options.setAttachServerName(false);
        options.setSendModules(false);
        options.setMaxBreadcrumbs(0);
        options.setEnableShutdownHook(false);
        options.addInAppInclude("io.taskledger");
        options.setBeforeSend((report, hint) -> withoutWords(report));
    }

    private static SentryEvent withoutWords(SentryEvent report) {
        report.setUser(null);
        report.setRequest(null);
        var exceptions = report.getExceptions();
        var failure = report.getThrowable();
        if (exceptions != null) {
            exceptions.forEach(exception -> exception.setValue(null));
            if (failure != null) {
                exceptions.getLast().setValue(FailureText.of(failure));
            }
        }
        return report;
    }

    private static ch.qos.logback.classic.Logger root() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** What was reported until now is still sent, for a second or two. */
    @Override
    public void close() {
        root().detachAppender(this);
        stop();
        Sentry.close();
    }
}
