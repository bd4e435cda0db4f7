package io.taskledger.ui.task;

import io.taskledger.messages.Rejection;
import io.taskledger.ui.parts.Notice;
import io.taskledger.ui.task.TaskActions.Written;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.RejectionWords;

/** What every part of a screen of tasks works with. */
record Desk(TaskActions actions, TaskQuestions questions, Reader reader, TakeBack takeBack) {

    String say(String key, Object... values) {
        return reader.say(key, values);
    }

    Calendar calendar() {
        return new Calendar(reader);
    }

    String sentence(Rejection rejection) {
        return new RejectionWords(reader.words()).sentence(rejection);
    }

    /**
     * Offers to take back what was done, or tells why it was not.
     *
     * @param what it was, of the words' keys: {@code completed}
     */
    void done(Written written, String what, String title) {
        written.refused().ifPresentOrElse(this::tell, () -> takeBack.offer(written.action(), what, title));
    }

    /** For a refusal that no field on the screen is to blame for. */
    void tell(Rejection rejection) {
        Notice.refused(sentence(rejection));
    }
}
