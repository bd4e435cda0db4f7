package io.taskledger.ui.task;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.di.Instantiator;
import io.taskledger.ui.parts.Screen;

/** What all chips of tags have in common: their form, and the colour that their reader chose, wherever it is chosen. */
public final class TagChip {

    private TagChip() {}

    /** Makes the component one that shows this tag. */
    public static <C extends Component & HasStyle> C of(C chip, String tag) {
        chip.addClassName("tag");
        chip.getElement().setAttribute("dir", "auto");
        Screen.follow(chip, tab -> {
            var colours = Instantiator.get(tab).getOrCreate(ShownTagColours.class);
            Runnable paint = () -> colours.of(tag)
                    .ifPresentOrElse(
                            colour -> chip.getElement().setAttribute("data-colour", Integer.toString(colour)),
                            () -> chip.getElement().removeAttribute("data-colour"));
            paint.run();
            return colours.listen(tab, paint);
        });
        return chip;
    }
}
