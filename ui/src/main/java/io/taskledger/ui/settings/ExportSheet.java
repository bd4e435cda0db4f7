package io.taskledger.ui.settings;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.taskledger.ui.parts.Icon;

/** All that is one's own, in one file. */
class ExportSheet extends Sheet {

    /** Answered by the REST side, to who is signed in to the pages. */
    private static final String FILE = "export/taskledger-export.zip";

    ExportSheet(SettingsDesk desk) {
        super(desk, SettingsPart.EXPORT);
        var link = new Anchor(FILE, new Icon("import"), new Span(desk.say("export.download")));
        link.addClassNames("button", "button-primary");
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", true).setAttribute("data-testid", "export-download");
        card(quiet("export.what"), quiet("export.how"), link);
    }
}
