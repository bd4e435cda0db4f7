package io.taskledger.rest.notification;

import java.io.IOException;

import io.taskledger.messages.account.AccountQuery.FindOwnPreferences;
import io.taskledger.messages.account.OwnPreferences;
import io.taskledger.rest.export.ExportArchive;
import io.taskledger.rest.export.ExportPart;
import io.taskledger.rest.gateway.Gateways;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What one wants to be told by mail. */
@Component
@Order(2)
class ExportedPreferences implements ExportPart {

    private final Gateways gateways;

    ExportedPreferences(Gateways gateways) {
        this.gateways = gateways;
    }

    @Override
    public void writeTo(ExportArchive archive) throws IOException {
        var own = gateways.find(new FindOwnPreferences(), OwnPreferences.class);
        if (own.isPresent()) {
            archive.value("preferences.json", PreferencesAnswer.of(own.get()));
        }
    }
}
