package io.taskledger.ui.past;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.history.ListDiff.Totals;
import io.taskledger.messages.history.StepsOf;

/** What can be shown as it was: a list, a board, figures. */
public interface PastScreen {

    Component content();

    /** What happened to it. */
    StepsOf steps();

    /** What a list is called, by its id. */
    String listName(String list);

    /**
     * Shows it as it was.
     *
     * @return how much differs from now; empty unless that is asked for, and where it cannot be counted so
     * @throws CommandRejected where nothing can be told of that moment
     */
    Optional<Totals> show(Looking looking);

    /** Where the same is shown as it was then. */
    String address(Then then);

    /** Told of the moment that is shown now. */
    void moved(Then then);

    void backToNow();
}
