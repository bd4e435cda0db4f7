package io.taskledger.app.commandline;

import java.util.Map;

import io.taskledger.app.job.OperateProjection;
import io.taskledger.app.job.OperateProjection.Order;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code taskledger projections dead-letters …}: events that wait since one could not be handled. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Events that wait since a projection could not handle one of their stream.")
final class ProjectionDeadLetters extends WithCommands {

    // Set by picocli before anything is called.
    @SuppressWarnings("NullAway.Init")
    @ParentCommand
    private Projections projections;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Each with its event and what went wrong.")
    int list(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--json", description = "Prints JSON, a line for each record, as REST answers it.")
                    boolean json) {
        return projections.reports().deadLetters(name, json);
    }

    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = "Handles one and those behind it; without an ID all that failed.")
    int retry(
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "ID", arity = "0..1") @Nullable String id) {
        return id == null
                ? projections.reports().operate(name, Order.RETRY_ALL, Map.of())
                : projections.reports().operate(name, Order.RETRY, Map.of(OperateProjection.OPERAND, id));
    }

    @Command(
            name = "skip",
            mixinStandardHelpOptions = true,
            description = "Leaves one out of the projection for good; those behind it are handled.")
    int skip(
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", required = true, paramLabel = "REASON", description = "Is recorded.")
                    String reason) {
        var arguments = Map.of(OperateProjection.OPERAND, id, OperateProjection.REASON, reason);
        return projections.reports().operate(name, Order.SKIP, arguments);
    }
}
