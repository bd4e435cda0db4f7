package io.taskledger.app.commandline;

import java.util.List;
import java.util.Map;

import io.taskledger.app.job.OperateProjection;
import io.taskledger.app.job.OperateProjection.Order;
import io.taskledger.messages.projection.Afterwards;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code taskledger projections …}: how read models stand; rebuilding, checking and mending them. */
@Command(
        name = "projections",
        mixinStandardHelpOptions = true,
        description = {
            "Shows, rebuilds, checks and mends what people read.",
            "Exit code: 0 when all went well and nothing differs, 1 when not, 2 when the call made no sense."
        },
        subcommands = ProjectionDeadLetters.class)
class Projections extends WithCommands {

    private static final String JSON = "Prints JSON, a line for each record, as REST answers it.";

    /** One of them, or each. */
    static final class Which {
        @Parameters(paramLabel = "NAME", arity = "1", description = "As `projections list` names it.")
        @Nullable
        String name;

        @Option(names = "--all", required = true, description = "Every projection, one after the other.")
        boolean all;
    }

    /** What becomes of the new version; by itself it is made live where nothing differs. */
    static final class Ending {
        @Option(names = "--dry-run", description = "Only compares: the new version is dropped.")
        boolean dryRun;

        @Option(names = "--hold", description = "Keeps the new version until `projections swap`.")
        boolean hold;

        @Option(
                names = "--force",
                paramLabel = "REASON",
                description = "Makes it live whatever differs. The reason is recorded.")
        @Nullable
        String force;

        @Option(names = "--owner", paramLabel = "USER", description = "Only this person's rows, in the live version.")
        @Nullable
        String owner;

        @Option(names = "--task", paramLabel = "ID", description = "Only this task's rows, in the live version.")
        @Nullable
        String task;
    }

    ProjectionReports reports() {
        return new ProjectionReports(desk(), out(), errors());
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "One line for each projection.")
    int list(@Option(names = "--json", description = JSON) boolean json) {
        return reports().statuses(null, json, ProjectionWords::table);
    }

    @Command(name = "status", mixinStandardHelpOptions = true, description = "All there is to know of one, or of each.")
    int status(
            @Parameters(paramLabel = "NAME", arity = "0..1", description = "As `projections list` names it.") @Nullable
                    String name,
            @Option(names = "--json", description = JSON) boolean json) {
        return reports()
                .statuses(
                        name,
                        json,
                        statuses -> statuses.stream()
                                .map(ProjectionWords::status)
                                .flatMap(List::stream)
                                .toList());
    }

    @Command(
            name = "rebuild",
            mixinStandardHelpOptions = true,
            description = "Makes a new version from the ledger, compares it with the live one, and makes it live.")
    int rebuild(
            @ArgGroup(multiplicity = "1") Which which,
            @ArgGroup(exclusive = true) @Nullable Ending ending,
            @Option(names = "--json", description = JSON) boolean json) {
        var how = ending == null ? new Ending() : ending;
        if (how.owner != null || how.task != null) {
            if (which.name == null) {
                throw misused("Some rows are of one projection: give its name, not --all.");
            }
            return how.owner != null
                    ? operate(which.name, Order.ROWS_OF_OWNER, how.owner)
                    : operate(which.name, Order.ROWS_OF_TASK, String.valueOf(how.task));
        }
        var afterwards = how.dryRun ? Afterwards.DROP : how.hold ? Afterwards.HOLD : Afterwards.SWAP;
        return reports().rebuild(which.name, afterwards, how.force, json);
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Compares the live version with what the ledger says, and names each difference.")
    int verify(@ArgGroup(multiplicity = "1") Which which, @Option(names = "--json", description = JSON) boolean json) {
        return reports().rebuild(which.name, Afterwards.DROP, null, json);
    }

    @Command(name = "rollback", mixinStandardHelpOptions = true, description = "Makes the version before live again.")
    int rollback(@Parameters(paramLabel = "NAME") String name) {
        return operate(name, Order.ROLL_BACK, "");
    }

    @Command(name = "swap", mixinStandardHelpOptions = true, description = "Makes a version live that is held.")
    int swap(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--force", paramLabel = "REASON", description = "Why, although something differs.")
                    @Nullable
                    String force) {
        var arguments = force == null ? Map.<String, String>of() : Map.of(OperateProjection.REASON, force);
        return reports().operate(name, Order.SWAP, arguments);
    }

    @Command(name = "drop", mixinStandardHelpOptions = true, description = "Drops a version that is not live.")
    int drop(@Parameters(paramLabel = "NAME") String name, @Parameters(paramLabel = "VERSION") int version) {
        return operate(name, Order.DROP, Integer.toString(version));
    }

    @Command(name = "pause", mixinStandardHelpOptions = true, description = "Lets the rebuild that goes on rest.")
    int pause(@Parameters(paramLabel = "NAME") String name) {
        return operate(name, Order.PAUSE, "");
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Lets a rebuild that rests go on.")
    int resume(@Parameters(paramLabel = "NAME") String name) {
        return operate(name, Order.RESUME, "");
    }

    @Command(
            name = "cancel",
            mixinStandardHelpOptions = true,
            description = "Gives up the rebuild that goes on or is held, and drops its version.")
    int cancel(@Parameters(paramLabel = "NAME") String name) {
        return operate(name, Order.CANCEL, "");
    }

    private int operate(String name, Order order, String operand) {
        return reports().operate(name, order, Map.of(OperateProjection.OPERAND, operand));
    }
}
