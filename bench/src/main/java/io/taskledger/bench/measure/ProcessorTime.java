package io.taskledger.bench.measure;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time that this JVM and the processes that it has started, which are PostgreSQL's, have taken so far. Unlike what
 * elapses, it hardly depends on who else has the cores. Its steps are of 10 ms.
 */
public record ProcessorTime(Duration jvm, Duration database) {

    public static ProcessorTime now() {
        var self = ProcessHandle.current();
        return new ProcessorTime(sum(Stream.of(self)), sum(self.descendants()));
    }

    public ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(jvm.minus(before.jvm), database.minus(before.database));
    }

    private static Duration sum(Stream<ProcessHandle> processes) {
        return processes
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
