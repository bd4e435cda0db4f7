package io.taskledger.ui.words;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;

import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Knows who is reading. */
@Component
public class Readers {

    private final Clock clock;

    Readers(ObjectProvider<Clock> clock) {
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** The reader of the current UI; only on a thread that holds one. */
    public Reader current() {
        var ui = UI.getCurrent();
        var details = ui.getPage().getExtendedClientDetails();
        var zone = OwnLanguage.zone(ui).orElseGet(() -> zone(details.getTimeZoneId()));
        return new Reader(new Words(ui.getLocale()), zone, clock);
    }

    /** Browsers name zones that a JDK may not know: then the server's own is the best guess. */
    private static ZoneId zone(@Nullable String id) {
        try {
            return id == null ? ZoneId.systemDefault() : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }
}
