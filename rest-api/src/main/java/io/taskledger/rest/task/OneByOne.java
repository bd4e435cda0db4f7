package io.taskledger.rest.task;

import java.util.Map;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.task.TaskId;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.problem.Faults;
import io.taskledger.rest.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Does one thing to one task of many: what is refused stops nothing else. */
@Component
class OneByOne {

    private final Gateways gateways;

    OneByOne(Gateways gateways) {
        this.gateways = gateways;
    }

    /** @param position that the ledger reached by it, 0 where nothing was done */
    record Outcome(ActionAnswer.Result result, long position) {}

    /** @param name the task's id as the client wrote it */
    Outcome act(String name, TaskDeed deed, ActionId action) {
        var task = TaskId.parse(name);
        if (task.isEmpty()) {
            return refused(name, Problem.taskNotFound(name));
        }
        try {
            Receipt receipt =
                    gateways.send(deed.on(task.get(), gateways), Map.of(MetadataKeys.ACTION_ID, action.text()));
            return new Outcome(new ActionAnswer.Result(name, HttpStatus.OK.value(), null), receipt.position());
        } catch (RuntimeException failed) {
            return refused(name, Faults.refusal(failed).orElseThrow(() -> failed));
        }
    }

    private static Outcome refused(String name, Problem problem) {
        return new Outcome(new ActionAnswer.Result(name, problem.status(), problem), 0);
    }
}
