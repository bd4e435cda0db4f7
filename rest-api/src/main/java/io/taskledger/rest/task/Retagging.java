package io.taskledger.rest.task;

import java.util.List;
import java.util.Map;

import io.taskledger.messages.Receipt;
import io.taskledger.messages.task.OwnTag;
import io.taskledger.messages.task.TagEverywhere;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTagged;
import io.taskledger.messages.task.TaskQuery.FindTags;
import io.taskledger.rest.gateway.Gateways;
import org.springframework.stereotype.Component;

/** The house as {@link TagEverywhere} knows it, behind the gateways. */
@Component
class Retagging implements TagEverywhere.House {

    private final Gateways gateways;

    Retagging(Gateways gateways) {
        this.gateways = gateways;
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
