package io.taskledger.ui.past;

import java.time.DayOfWeek;
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

    private final Reader reader;
    private final ContextMenu menu;
    private final Consumer<Then> onJump;

    JumpMenu(Reader reader, PastQuestions questions, Consumer<Then> onJump, Runnable onBeginning) {
        this.reader = reader;
        this.onJump = onJump;
        addClassName("past-jump");
        // The menu that is hung on it opens on a click; the button itself has nothing to do.
        var button = Push.labelled("calendar", reader.say("past.jump"), "past-jump", _ -> {});
        button.add(new Icon("chevron-down"));
        button.getElement().setAttribute("aria-haspopup", "menu");
        menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.setPosition(ContextMenuPosition.BOTTOM_START);
        var today = reader.today();
        day(reader.say("past.jump.yesterday"), today.minusDays(1));
        for (var weekday : DayOfWeek.values()) {
            var day = lastOne(weekday, today);
            var name = weekday.getDisplayName(
                    TextStyle.FULL_STANDALONE, reader.words().locale());
            day(reader.say("past.jump.last", name, new Calendar(reader).lasting(day)), day);
        }
        day(reader.say("past.jump.month"), today.minusMonths(1));
        menu.addItem(reader.say("past.jump.beginning"), _ -> onBeginning.run());
        questions
                .lastImport()
                .ifPresent(imported -> menu.addItem(
                        reader.say("past.jump.import", new Calendar(reader).dayAndTime(imported)),
                        _ -> onJump.accept(Then.recordedAt(imported.minusNanos(1000)))));
        add(button);
    }

    /** Never today: that is not over. */
    static LocalDate lastOne(DayOfWeek weekday, LocalDate today) {
        var back = Math.floorMod(today.getDayOfWeek().getValue() - weekday.getValue(), 7);
        return today.minusDays(back == 0 ? 7 : back);
    }

    private void day(String label, LocalDate day) {
        menu.addItem(
                label,
                _ -> onJump.accept(Then.at(day.atStartOfDay(reader.zone()).toInstant())));
    }
}
