package io.taskledger.ui.words;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
import io.taskledger.security.Acting;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** In which language a page speaks, and of which zone its times are: the account's, else the browser's. */
@Component
class OwnLanguage implements VaadinServiceInitListener {

    /** What was done while there was no connection goes out that soon once there is one; five seconds if not said. */
    private static final int RETRY_MILLIS = 1000;

    private final QueryGateway queries;

    OwnLanguage(QueryGateway queries) {
        this.queries = queries;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> begin(init.getUI()));
    }

    /** Empty where the account names none. */
    static Optional<ZoneId> zone(UI ui) {
        return Optional.ofNullable(ComponentUtil.getData(ui, ZoneId.class));
    }

    /**
     * The reader's language with the customs of the reader's country, where the browser tells that.
     *
     * @param wanted as BCP 47 has it; empty for the browser's
     * @param accepted what the browser asks for, the best first
     */
    static Locale choose(Optional<String> wanted, List<Locale> accepted) {
        var language = wanted.map(Locale::forLanguageTag)
                .or(() -> accepted.stream().filter(OwnLanguage::isSpoken).findFirst())
                .map(Locale::getLanguage)
                .filter(one -> isSpoken(Locale.of(one)))
                .orElse(Locale.ENGLISH.getLanguage());
        return accepted.stream()
                .filter(one -> one.getLanguage().equals(language))
                .findFirst()
                .orElse(Locale.of(language));
    }

    private void begin(UI ui) {
        var own = Acting.now().flatMap(_ -> own());
        var locale = choose(own.map(AccountDetails::language), accepted());
        ui.setLocale(locale);
        own.map(AccountDetails::zone).ifPresent(zone -> ComponentUtil.setData(ui, ZoneId.class, ZoneId.of(zone)));
        ui.getPage().executeJs("document.documentElement.lang = $0", locale.toLanguageTag());
        var words = new Words(locale);
        var lost = ui.getReconnectDialogConfiguration();
        lost.setDialogText(words.say("connection.lost"));
        lost.setDialogTextGaveUp(words.say("connection.gone"));
        lost.setReconnectInterval(RETRY_MILLIS);
    }

    private Optional<AccountDetails> own() {
        return queries.query(new FindOwnAccount(), ResponseTypes.optionalInstanceOf(AccountDetails.class))
                .join();
    }

    private static List<Locale> accepted() {
        var request = VaadinRequest.getCurrent();
        return request == null ? List.of() : Collections.list(request.getLocales());
    }

    private static boolean isSpoken(Locale locale) {
        return Words.LANGUAGES.stream().anyMatch(one -> one.getLanguage().equals(locale.getLanguage()));
    }
}
