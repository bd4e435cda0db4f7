package io.taskledger.ui.projection;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.taskledger.messages.projection.ProjectionCommand.DropVersion;
import io.taskledger.messages.projection.ProjectionCommand.RollBack;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.messages.projection.ProjectionStatus.Version;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.words.Calendar;

/** The versions that are there: which one is live, which one a roll-back leads to. */
class VersionsSection extends Section {

    private final OperatorDesk desk;
    private final ProjectionId projection;
    private final UnorderedList list = new UnorderedList();
    private List<String> shown = List.of();

    VersionsSection(OperatorDesk desk, ProjectionId projection) {
        this.desk = desk;
        this.projection = projection;
        addClassName("sheet-section");
        list.addClassName("versions");
        add(new H3(desk.say("version.title")), list);
    }

    void show(ProjectionStatus status) {
        var rebuilt = status.rebuild().map(report -> report.version()).orElse(0);
        // Positions move all the time: what stands still is drawn once, so that a button stays under the pointer.
        var now = status.versions().stream()
                .map(version -> version.number() + " " + version.live() + version.before() + rebuilt)
                .toList();
        if (!now.equals(shown)) {
            shown = now;
            list.removeAll();
            status.versions().forEach(version -> list.add(item(version, version.number() == rebuilt)));
        }
    }

    private ListItem item(Version version, boolean rebuilt) {
        var name = new Span(desk.say("projection.version", version.number()));
        name.addClassName("tag");
        var role = new Span(desk.say(
                version.live()
                        ? "version.live"
                        : rebuilt ? "version.rebuilt" : version.before() ? "version.before" : "version.kept"));
        var made = new Span(desk.say("version.made", new Calendar(desk.reader()).exact(version.madeAt())));
        made.addClassName("quiet");
        var words = new Div(name, role, made);
        words.addClassName("version-words");
        var item = new ListItem(words);
        if (version.before()) {
            item.add(Push.labelled(
                    desk.say("version.roll-back"), "roll-back", _ -> desk.order(() -> new RollBack(projection))));
        }
        if (!version.live() && !rebuilt) {
            item.add(Push.icon(
                    "trash",
                    desk.say("version.drop", version.number()),
                    "drop-" + version.number(),
                    _ -> desk.order(() -> new DropVersion(projection, version.number()))));
        }
        return item;
    }
}
