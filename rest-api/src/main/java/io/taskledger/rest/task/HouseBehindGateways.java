package io.taskledger.rest.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.Receipt;
import io.taskledger.messages.history.HistoryQuery.PlanRestore;
import io.taskledger.messages.history.HistoryQuery.PlanUndo;
import io.taskledger.messages.history.TaskPlan;
import io.taskledger.messages.history.UndoPlan;
import io.taskledger.messages.history.Undoing;
import io.taskledger.messages.task.OwnTag;
import io.taskledger.messages.task.TagEverywhere;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTagged;
import io.taskledger.messages.task.TaskQuery.FindTags;
import io.taskledger.rest.gateway.Gateways;
import org.springframework.stereotype.Component;

/** The house as {@link Undoing} and {@link TagEverywhere} know it: they look themselves what is still to be done. */
@Component
public class HouseBehindGateways implements Undoing.House, TagEverywhere.House {

    private final Gateways gateways;
    private final TaskDesk desk;

    HouseBehindGateways(Gateways gateways, TaskDesk desk) {
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
    public List<OwnTag> ask(FindTags query) {
        return gateways.list(query, OwnTag.class);
    }

    @Override
    public List<TaskId> ask(FindTagged query) {
        return gateways.list(query, TaskId.class);
    }

    @Override
    public Receipt send(Object command, Map<String, ?> metadata) {
        return gateways.sendAnyway(command, metadata);
    }
}
