package io.taskledger.ui.past;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;

/** Puts parts of a screen in order, and leaves alone what stands right: whoever has the focus keeps it. */
public final class InOrder {

    private InOrder() {}

    public static <B extends Component & HasComponents> void arrange(B box, List<? extends Component> wanted) {
        var stay = new HashSet<Component>(wanted);
        box.getChildren().filter(one -> !stay.contains(one)).toList().forEach(box::remove);
        var there = new ArrayList<>(box.getChildren().toList());
        for (int at = 0; at < wanted.size(); at++) {
            var one = wanted.get(at);
            if (at < there.size() && there.get(at).equals(one)) {
                continue;
            }
            if (there.remove(one)) {
                box.remove(one);
            }
            box.addComponentAtIndex(at, one);
            there.add(at, one);
        }
    }
}
