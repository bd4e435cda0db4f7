package io.taskledger.rest.task;

import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.Receipt;
import io.taskledger.messages.history.HistoryQuery.PlanRestore;
import io.taskledger.messages.history.HistoryQuery.PlanUndo;
import io.taskledger.messages.history.TaskPlan;
import io.taskledger.messages.history.UndoPlan;
import io.taskledger.messages.history.Undoing;
import io.taskledger.rest.gateway.Gateways;
import org.springframework.stereotype.Component;

/** The house as {@link Undoing} knows it, behind the gateways. */
@Component
class Compensating implements Undoing.House {

    private final Gateways gateways;
    private final TaskDesk desk;

    Compensating(Gateways gateways, TaskDesk desk) {
        this.gateways = gateways;
        this.desk = desk;
    }

    @Override
    public Optional<UndoPlan> ask(PlanUndo query) {
        return gateways.find(query, UndoPlan.class);
    }

    @Override
    public Optional<TaskPlan> ask(PlanRestore query) {
        var plan = gateways.find(query, TaskPlan.class);
        plan.ifPresent(desk::requireVersion);
        return plan;
    }

    @Override
    public Receipt send(Object command, Map<String, ?> metadata) {
        return gateways.sendAnyway(command, metadata);
    }
}
