package io.taskledger.ui.task;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.vaadin.flow.component.html.Div;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.quickadd.Meaning;
import io.taskledger.ui.quickadd.Piece;
import io.taskledger.ui.quickadd.QuickText;
import io.taskledger.ui.quickadd.Understood;

/** What was understood of a title that is being typed, as chips, each of which can be refused. */
class UnderstoodChips extends Div {

    private final Desk desk;
    private final Set<String> refused = new HashSet<>();
    private String text = "";
    private List<Piece> shown = List.of();

    UnderstoodChips(Desk desk) {
        this.desk = desk;
        addClassName("understood");
        getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", desk.say("quick-add.understood"))
                .setAttribute("data-testid", "understood");
        setVisible(false);
    }

    /** Shows what is understood of it; what was refused in it stays so until another title is begun. */
    void preview(String typed) {
        if (typed.isBlank()) {
            refused.clear();
        }
        text = typed;
        var pieces = read(typed).pieces();
        if (!pieces.equals(shown)) {
            shown = pieces;
            removeAll();
            pieces.forEach(piece -> add(chip(piece)));
            setVisible(!pieces.isEmpty());
        }
    }

    /** What a title says, without what was refused of it. */
    Understood read(String typed) {
        var reader = desk.reader();
        var now = LocalDateTime.ofInstant(reader.clock().instant(), reader.zone());
        return new QuickText(reader.words().locale(), now, typed.contains("@") ? lists() : Map.of())
                .read(typed, refused);
    }

    private Map<String, ListId> lists() {
        var lists = new LinkedHashMap<String, ListId>();
        desk.workspaces().all().stream()
                .filter(one -> one.role().includes(WorkspaceRole.EDITOR))
                .flatMap(one -> one.lists().stream())
                .forEach(list -> lists.putIfAbsent(desk.names().of(list), list.listId()));
        return lists;
    }

    private Push chip(Piece piece) {
        var words = words(piece.meaning());
        var chip = Push.labelled(icon(piece.meaning()), words, "understood-piece", _ -> {
                    refused.add(piece.text());
                    preview(text);
                })
                .styled("chip", "chosen");
        chip.add(new Icon("close"));
        chip.getElement().setAttribute("aria-label", desk.say("quick-add.refuse", words));
        return chip;
    }

    private String words(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Due(var date) -> desk.calendar().due(date, null);
            case Meaning.At(var time) -> desk.calendar().clockTime(time);
            case Meaning.Tagged(var tag) -> tag;
            case Meaning.Important(var priority) -> desk.say("priority." + priority.text());
            case Meaning.In(var _, var name) -> name;
        };
    }

    private static String icon(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Due _ -> "calendar";
            case Meaning.At _ -> "clock";
            case Meaning.Tagged _ -> "tag";
            case Meaning.Important _ -> "flag";
            case Meaning.In _ -> "list";
        };
    }
}
