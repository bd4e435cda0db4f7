package io.taskledger.ui.projection;

import java.util.function.Supplier;

import io.taskledger.messages.projection.ProjectionCommand;
import io.taskledger.ui.parts.Notice;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.RejectionWords;

/**
 * What every part of the screen needs.
 *
 * @param look shows anew what there is, after something was done
 */
record OperatorDesk(ProjectionActions actions, ProjectionQuestions questions, Reader reader, Runnable look) {

    String say(String key, Object... values) {
        return reader.say(key, values);
    }

    /**
     * Tells a refusal where there is one; either way the screen shows what there is now.
     *
     * @return whether it was done
     */
    boolean order(Supplier<ProjectionCommand> command) {
        var refusal = actions.send(command);
        refusal.ifPresent(refused -> Notice.refused(new RejectionWords(reader.words()).sentence(refused)));
        look.run();
        return refusal.isEmpty();
    }
}
