package io.taskledger.ui.tag;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.OwnTag;
import io.taskledger.messages.task.TagEverywhere;
import io.taskledger.messages.task.TagEverywhere.Outcome;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Notice;
import io.taskledger.ui.parts.Screen;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.task.Desks;
import io.taskledger.ui.task.LiveTasks;
import io.taskledger.ui.task.ShownTagColours;
import io.taskledger.ui.task.UndoKeys;

/** All of one's tags by name: renamed, merged, coloured and removed here, on all tasks at once. */
@PermitAll
@Route(TagsView.PATH)
public class TagsView extends Div implements BeforeEnterObserver, HasDynamicTitle, TagItem.Asked {

    public static final String PATH = "tags";

    private final Desk desk;
    private final TagActions actions;
    private final UnorderedList list = new UnorderedList();
    private final Div empty;
    private final Map<String, TagItem> items = new LinkedHashMap<>();

    TagsView(Desks desks, TagActions actions, LiveTasks live, ShownTagColours colours) {
        this.desk = desks.current(_ -> read());
        this.actions = actions;
        addClassName("list-pane");
        list.addClassNames("people-list", "tag-list");
        empty = new Div(new Icon("tag"), new H2(desk.say("empty.tags")), new Paragraph(desk.say("empty.tags.next")));
        empty.addClassName("empty");
        empty.getElement().setAttribute("data-testid", "empty");
        var all = new Div(new UndoKeys(desk.takeBack()), list, empty);
        all.addClassName("narrow");
        add(all);
        Screen.follow(this, tab -> live.listen(tab, _ -> read()));
        Screen.follow(this, tab -> colours.listen(tab, this::read));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        read();
    }

    @Override
    public String getPageTitle() {
        return desk.say("page.title", desk.say("nav.tags"));
    }

    @Override
    public Optional<Rejection> rename(OwnTag tag, String typed) {
        String name;
        try {
            name = TagEverywhere.nameOf(typed);
        } catch (CommandRejected refused) {
            return Optional.of(refused.rejection());
        }
        if (!name.equals(tag.name())) {
            Optional.ofNullable(items.get(name))
                    .ifPresentOrElse(other -> ask(tag, other.tag()), () -> carryOut(tag, name, "tags.renamed"));
        }
        return Optional.empty();
    }

    @Override
    public void colour(OwnTag tag) {
        TagPalette.open(desk, tag, colour -> {
            actions.colour(desk.me(), tag, colour).ifPresent(desk::tell);
            read();
        });
    }

    @Override
    public void remove(OwnTag tag) {
        int at = Optional.ofNullable(items.get(tag.name())).map(list::indexOf).orElse(0);
        tell(actions.remove(tag), done -> desk.say("tags.removed", tag.name(), done));
        focus(list.getChildren()
                .skip(Math.min(at, Math.max(0, items.size() - 1)))
                .findFirst());
    }

    /** Two tags that become one are told apart no more: so it is shown before it is done. */
    private void ask(OwnTag tag, OwnTag into) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(desk.say("tags.merge.header", tag.name(), into.name()));
        dialog.setText(desk.say("tags.merge.text", tag.name(), into.name(), tag.tasks()));
        dialog.setCancelable(true);
        dialog.setCancelText(desk.say("asking.cancel"));
        dialog.setConfirmText(desk.say("tags.merge"));
        dialog.getElement().setAttribute("data-testid", "tag-merging");
        dialog.addConfirmListener(_ -> carryOut(tag, into.name(), "tags.merged"));
        dialog.open();
    }

    private void carryOut(OwnTag tag, String name, String words) {
        tell(actions.rename(desk.me(), tag, name), done -> desk.say(words, tag.name(), name, done));
        focus(Optional.ofNullable(items.get(name)));
    }

    /** The keyboard goes on where the tag went, or beside where it was. */
    private static void focus(Optional<? extends Component> item) {
        item.filter(TagItem.class::isInstance).map(TagItem.class::cast).ifPresent(TagItem::focus);
    }

    private void tell(Outcome outcome, LongFunction<String> words) {
        if (outcome.changed() > 0) {
            desk.takeBack().offer(outcome.action(), words.apply(outcome.changed()));
        }
        if (!outcome.refused().isEmpty()) {
            Notice.refused(desk.say("tags.refused", outcome.refused().size()));
        }
        read();
    }

    /** What stays is changed in place: somebody may be typing in it. */
    private void read() {
        var tags = actions.all();
        var names = tags.stream().map(OwnTag::name).collect(Collectors.toSet());
        items.values().stream()
                .filter(item -> !names.contains(item.tag().name()))
                .forEach(item -> list.remove(item));
        items.keySet().retainAll(names);
        for (int at = 0; at < tags.size(); at++) {
            var tag = tags.get(at);
            var item = items.get(tag.name());
            if (item == null) {
                item = new TagItem(tag, desk, this);
                items.put(tag.name(), item);
                list.addComponentAtIndex(at, item);
            } else {
                item.show(tag);
            }
        }
        empty.setVisible(tags.isEmpty());
    }
}
