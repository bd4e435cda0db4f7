package io.taskledger.automation.mail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

/** Lays a draft out, as plain text and as HTML; in the latter everything that is not the template's is escaped. */
final class Layout {

    private final Template text =
            template("mail.txt.mustache", Mustache.compiler().escapeHTML(false));
    private final Template html =
            template("mail.html.mustache", Mustache.compiler().escapeHTML(true));

    String text(Draft draft) {
        return text.execute(values(draft));
    }

    String html(Draft draft) {
        return html.execute(values(draft));
    }

    private static Map<String, Object> values(Draft draft) {
        var values = new HashMap<String, Object>();
        values.put("language", draft.locale().toLanguageTag());
        values.put("subject", draft.subject());
        values.put("greeting", draft.greeting());
        values.put("items", draft.items().stream().map(Layout::values).toList());
        values.put("whyMe", draft.whyMe());
        values.put("settings", draft.settings().map(Object.class::cast).orElse(false));
        values.put("settingsLabel", new Words(draft.locale()).say("settings"));
        return values;
    }

    private static Map<String, Object> values(Draft.Item item) {
        return Map.of(
                "sentence", item.sentence(),
                "details", item.details(),
                "quote", item.quote(),
                "hasQuote", !item.quote().isEmpty(),
                "label", item.label(),
                "link", item.link());
    }

    private static Template template(String name, Mustache.Compiler compiler) {
        var resource = Objects.requireNonNull(Layout.class.getResourceAsStream(name), name);
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            return compiler.compile(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
