package io.taskledger.ui.tag;

import java.util.Objects;
import java.util.function.Consumer;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.account.ProfileCommand.ColourTag;
import io.taskledger.messages.task.OwnTag;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.task.Desk;
import org.jspecify.annotations.Nullable;

/** The colours to choose from, each with its name. */
final class TagPalette {

    private TagPalette() {}

    /** @param chosen told of the colour, null for none */
    static void open(Desk desk, OwnTag tag, Consumer<@Nullable Integer> chosen) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(desk.say("tags.colour.header", tag.name()));
        dialog.setWidth("22rem");
        dialog.getElement().setAttribute("data-testid", "tag-palette");
        var swatches = new Div();
        swatches.addClassName("tag-palette");
        for (int colour = 0; colour < ColourTag.COLOURS; colour++) {
            swatches.add(swatch(desk, tag, colour, dialog, chosen));
        }
        swatches.add(swatch(desk, tag, null, dialog, chosen));
        dialog.add(swatches);
        dialog.getFooter().add(Push.labelled(desk.say("asking.cancel"), "tag-palette-cancel", _ -> dialog.close()));
        dialog.open();
    }

    static String word(Desk desk, @Nullable Integer colour) {
        return desk.say("tags.colour." + (colour == null ? "none" : colour));
    }

    private static NativeButton swatch(
            Desk desk, OwnTag tag, @Nullable Integer colour, Dialog dialog, Consumer<@Nullable Integer> chosen) {
        var mark = new Span();
        mark.addClassName("swatch");
        mark.getElement().setAttribute("aria-hidden", "true");
        var button = new NativeButton("", _ -> {
            dialog.close();
            chosen.accept(colour);
        });
        button.add(mark, new Span(word(desk, colour)));
        button.addClassName("swatch-button");
        button.getElement()
                .setAttribute("type", "button")
                .setAttribute("data-testid", "swatch-" + (colour == null ? "none" : colour))
                .setAttribute("aria-pressed", Boolean.toString(Objects.equals(colour, tag.colour())));
        if (colour != null) {
            button.getElement().setAttribute("data-colour", Integer.toString(colour));
        }
        return button;
    }
}
