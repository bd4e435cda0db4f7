package io.taskledger.ui.task;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.task.Priority;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.task.Shown.Order;
import io.taskledger.ui.task.Shown.Status;

/** One row of chips above a list: what it is narrowed to, and its order. */
class FilterBar extends Div {

    private final Desk desk;
    private final Consumer<Shown> changed;
    private final Map<Status, Push> statuses = new EnumMap<>(Status.class);
    private final Span priorityWord = new Span();
    private final Span orderWord = new Span();
    private final Push priority = menu("flag", priorityWord, "filter-priority");
    private final Push order = menu("sort", orderWord, "sort");
    private final Span narrowing = new Span();
    private final Push clear;
    private Shown shown = Shown.all(Shown.Which.TASKS);

    /** @param changed told what the person wants to see */
    FilterBar(Desk desk, Consumer<Shown> changed) {
        this.desk = desk;
        this.changed = changed;
        addClassName("filters");
        getElement().setAttribute("role", "group").setAttribute("aria-label", desk.say("filter.label"));
        var segments = new Div();
        segments.addClassName("segments");
        for (var status : Status.values()) {
            var name = status.name().toLowerCase(Locale.ROOT);
            var chip = Push.labelled(
                    desk.say("filter.status." + name), "filter-" + name, _ -> changed.accept(shown.status(status)));
            statuses.put(status, chip);
            segments.add(chip);
        }
        narrowing.addClassName("narrowing");
        clear = Push.labelled(desk.say("filter.clear"), "filter-clear", _ -> changed.accept(shown.cleared()))
                .styled("link");
        fill(priority, order);
        add(segments, priority, narrowing, clear, order);
    }

    final void show(Shown now) {
        shown = now;
        statuses.forEach((status, chip) ->
                chip.getElement().setAttribute("aria-pressed", Boolean.toString(status == now.status())));
        var one = now.priority();
        priorityWord.setText(one == null ? desk.say("filter.priority") : desk.say("priority." + one.text()));
        priority.setClassName("chosen", one != null);
        var orderNow = desk.say("sort." + now.order().name().toLowerCase(Locale.ROOT));
        orderWord.setText(orderNow);
        order.rename(desk.say("sort.label", orderNow));
        narrowing.removeAll();
        now.tags().forEach(tag -> narrowing.add(chosen("tag", tag, now.without(tag))));
        if (!now.search().isBlank()) {
            narrowing.add(chosen("search", desk.say("filter.search", now.search()), now.search("")));
        }
        clear.setVisible(now.narrowed());
    }

    private void fill(Push ofPriority, Push ofOrder) {
        var priorities = new ContextMenu(ofPriority);
        priorities.setOpenOnClick(true);
        priorities.setPosition(ContextMenuPosition.BOTTOM_START);
        priorities.addItem(desk.say("filter.priority.any"), _ -> changed.accept(shown.priority(null)));
        for (var one : Priority.values()) {
            priorities.addItem(desk.say("priority." + one.text()), _ -> changed.accept(shown.priority(one)));
        }
        var orders = new ContextMenu(ofOrder);
        orders.setOpenOnClick(true);
        orders.setPosition(ContextMenuPosition.BOTTOM_END);
        for (var one : Order.values()) {
            orders.addItem(
                    desk.say("sort." + one.name().toLowerCase(Locale.ROOT)), _ -> changed.accept(shown.order(one)));
        }
    }

    private Push chosen(String icon, String label, Shown without) {
        var chip = Push.labelled(icon, label, "filter-chosen", _ -> changed.accept(without))
                .styled("chip", "chosen");
        chip.add(new Icon("close"));
        chip.getElement().setAttribute("aria-label", desk.say("filter.remove", label));
        return chip;
    }

    private static Push menu(String icon, Span word, String testId) {
        // The menu that is hung on it opens on a click; the button itself has nothing to do.
        var chip = Push.labelled(icon, "", testId, _ -> {}).styled("chip");
        chip.add(word, new Icon("chevron-down"));
        chip.getElement().setAttribute("aria-haspopup", "menu");
        return chip;
    }
}
