package io.taskledger.ui.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.vaadin.flow.component.html.Div;
import io.taskledger.messages.Slice;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.ui.parts.MoreInSight;

/**
 * What of a long list has rows: some stretches of it, one after the other, and room in place of those above them. They are
 * read as one scrolls, and read again when one comes back.
 */
final class ListWindow {

    static final int SLICE = 60;
    /** So many slices have rows at a time: more than the highest screen shows, and few for the browser and for this node. */
    static final int STRETCHES = 6;

    private final Desk desk;
    private final TaskSections sections;
    private final Supplier<Shown> shown;
    private final Runnable onChange;
    private final RowsBefore before = new RowsBefore(this::comeBack);
    private final Div end = new Div();

    /**
     * @param shown which list it is
     * @param onChange told after there may be other rows
     */
    ListWindow(Desk desk, TaskSections sections, Supplier<Shown> shown, Runnable onChange) {
        this.desk = desk;
        this.sections = sections;
        this.shown = shown;
        this.onChange = onChange;
    }

    /** Stands before the rows. */
    RowsBefore before() {
        return before;
    }

    /** Stands after the rows. */
    Div end() {
        return end;
    }

    void loadMore() {
        append();
        fillTheScreen();
    }

    boolean isTooLarge() {
        return sections.size() > SLICE * (STRETCHES + 1);
    }

    /** What is on the screen, where it is. */
    void readAgain() {
        var reading = sections.reading();
        var stretches = Math.max(1, reading.shown());
        sections.startAt(reading.above());
        for (int stretch = 0; stretch < stretches; stretch++) {
            append();
        }
        fillTheScreen();
    }

    /**
     * Reads again what stood above: the stretch next to those on the screen, or all from where one has gone to.
     *
     * @param at which part of what stood above is above what is in sight, 0 to 1
     */
    void comeBack(double at) {
        var reading = sections.reading();
        var wanted = (int) (at * reading.above());
        if (wanted < reading.above() - 1) {
            sections.startAt(wanted);
            append();
            append();
        } else {
            reading.beforeFirst().ifPresent(after -> {
                sections.prepend(readUpToRows(after));
                while (reading.shown() > STRETCHES) {
                    sections.dropLast();
                }
            });
        }
        fillTheScreen();
    }

    /** Folded groups take no room: without this, what stands below them would never be reached by scrolling. */
    void fillTheScreen() {
        while (sections.reading().afterLast().isPresent() && !sections.showsRows()) {
            append();
        }
        before.show(sections.order().rowsAbove(), sections.order().headingsAbove());
        end.removeAll();
        if (sections.reading().afterLast().isPresent()) {
            end.add(MoreInSight.of(desk.say("list.more"), "list-more", ".list-pane", this::loadMore));
        }
        onChange.run();
    }

    private void append() {
        sections.reading().afterLast().ifPresent(after -> {
            sections.append(read(after));
            while (sections.reading().shown() > STRETCHES) {
                sections.dropFirst();
            }
        });
    }

    private Slice<TaskDetails> read(String after) {
        var list = shown.get();
        return desk.questions().scroll(list.filter(desk.reader().today(), desk.me()), list.sort(), after, SLICE);
    }

    /** There may be more now than there were. */
    private List<TaskDetails> readUpToRows(String begin) {
        var read = new ArrayList<TaskDetails>();
        var after = Optional.of(begin);
        while (after.isPresent() && read.size() < SLICE * STRETCHES) {
            var slice = read(after.get());
            read.addAll(slice.items());
            after = slice.items().stream().anyMatch(task -> sections.holds(task.taskId()))
                    ? Optional.empty()
                    : slice.next();
        }
        return read;
    }
}
