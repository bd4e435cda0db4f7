package io.taskledger.ui.task;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.UIScope;
import io.taskledger.messages.account.AccountQuery.FindTagColours;
import io.taskledger.messages.account.AccountQuery.WatchTagColours;
import io.taskledger.messages.account.TagColour;
import io.taskledger.messages.account.TagsColoured;
import io.taskledger.ui.gateway.News;
import io.taskledger.ui.gateway.ScreenGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The colours of one's tags, as one browser tab shows them: read once, and again when one chooses another anywhere. */
@Component
@UIScope
public class ShownTagColours {

    private final ScreenGateway house;
    private final News news;
    private final Set<Runnable> listeners = new LinkedHashSet<>();
    private @Nullable Map<String, Integer> colours;
    private @Nullable Registration following;

    ShownTagColours(ScreenGateway house, News news) {
        this.house = house;
        this.news = news;
    }

    Optional<Integer> of(String tag) {
        if (colours == null) {
            colours = house.list(new FindTagColours(), TagColour.class).stream()
                    .collect(Collectors.toMap(TagColour::tag, TagColour::colour));
        }
        return Optional.ofNullable(colours.get(tag));
    }

    /** Call with the UI's lock held; the listener is called so too. */
    public Registration listen(UI ui, Runnable listener) {
        listeners.add(listener);
        if (following == null) {
            following = news.follow(ui, new WatchTagColours(), TagsColoured.class, _ -> true, this::tell)
                    .orElse(null);
        }
        return () -> {
            listeners.remove(listener);
            if (listeners.isEmpty() && following != null) {
                following.remove();
                following = null;
                colours = null;
            }
        };
    }

    private void tell() {
        colours = null;
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
