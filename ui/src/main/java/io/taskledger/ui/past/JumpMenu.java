package io.taskledger.ui.past;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.function.Consumer;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.html.Div;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;

/** Moments that one would ask for by name. A day stands for its beginning, so that it can be played. */
class JumpMenu extends Div {

    private static final int DAYS_NAMED = 7;

    private final Reader reader;
    private final ContextMenu menu;
    private final Consumer<Then> onJump;

    JumpMenu(Reader reader, PastQuestions questions, Consumer<Then> onJump, Runnable onBeginning) {
        this.reader = reader;
        this.onJump = onJump;
        addClassName("past-jump");
        // The menu that is hung on it opens on a click; the button itself has nothing to do.
        var button = Push.labelled("calendar", reader.say("then.jump"), "past-jump", _ -> {});
        button.add(new Icon("chevron-down"));
        button.getElement().setAttribute("aria-haspopup", "menu");
        menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.setPosition(ContextMenuPosition.BOTTOM_START);
        var today = reader.today();
        day(reader.say("then.jump.yesterday", date(today.minusDays(1))), today.minusDays(1));
        for (int back = 2; back <= DAYS_NAMED; back++) {
            var day = today.minusDays(back);
            var name = day.getDayOfWeek()
                    .getDisplayName(TextStyle.FULL_STANDALONE, reader.words().locale());
            day(reader.say("then.jump.last", name, date(day)), day);
        }
        day(reader.say("then.jump.month"), today.minusMonths(1));
        menu.addItem(reader.say("then.jump.beginning"), _ -> onBeginning.run());
        questions
                .lastImport()
                .ifPresent(imported -> menu.addItem(
                        reader.say("then.jump.import", new Calendar(reader).dayAndTime(imported)),
                        _ -> onJump.accept(Then.recordedAt(imported.minusNanos(1000)))));
        add(button);
    }

    private String date(LocalDate day) {
        return new Calendar(reader).dayOfMonth(day);
    }

    private void day(String label, LocalDate day) {
        menu.addItem(
                label,
                _ -> onJump.accept(Then.at(day.atStartOfDay(reader.zone()).toInstant())));
    }
}
