package io.taskledger.ui.past;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import org.jspecify.annotations.Nullable;

/** Something with details beside it that can be shown as it was, in place of what is now. */
public abstract class PastAndPresent extends MasterDetailLayout implements Travelling {

    private @Nullable PastPane past;

    /** @return the same */
    protected final PastPane goIntoThePast(PastPane pane) {
        past = pane;
        setMaster(pane);
        return pane;
    }

    /** @return whether it was the past that was shown, and not {@code now} */
    protected final boolean leavePast(Component now) {
        if (past == null) {
            return false;
        }
        past.rest();
        past = null;
        setMaster(now);
        return true;
    }

    /** Empty for now. */
    protected final Optional<PastPane> past() {
        return Optional.ofNullable(past);
    }

    @Override
    public final Optional<Then> then() {
        return past().flatMap(PastPane::then);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        past().ifPresent(PastPane::rest);
        super.onDetach(detached);
    }
}
