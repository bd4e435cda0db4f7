package io.taskledger.ledger.personal;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Shows an object with its sealed part as one object: keeps back what tells of the seal, and gives the opened properties
 * before the object ends. So it does not matter where in the object the seal is.
 */
final class SplicedParser extends JsonParserDelegate {

    private final JsonParser stored;
    private final Opening opening;
    private final ObjectReadContext context;
    /** How many objects and arrays are open within the event; 0 between its own properties. */
    private int depth;

    private boolean opened;
    private boolean subjectFollows;
    private @Nullable String subject;
    private @Nullable String sealed;
    private List<String> names = List.of();

    /** @param stored at the start of the event's object */
    SplicedParser(JsonParser stored, Opening opening, ObjectReadContext context) {
        super(stored);
        this.stored = stored;
        this.opening = opening;
        this.context = context;
    }

    @Override
    public @Nullable JsonToken nextToken() {
        var token = delegate.nextToken();
        if (depth > 0) {
            return within(token);
        }
        while (token == JsonToken.PROPERTY_NAME && !opened && keepsBack(stored.currentName())) {
            token = stored.nextToken();
        }
        if (subjectFollows && token == JsonToken.VALUE_STRING) {
            subject = stored.getString();
            subjectFollows = false;
        }
        if (token == JsonToken.END_OBJECT) {
            return sealed == null ? endOfSpliced() : splice(sealed);
        }
        return within(token);
    }

    /** Reads the property if it is about the seal. The subject is noted, and shown as well where the event has it. */
    private boolean keepsBack(String name) {
        switch (name) {
            case PersonalDataModule.SUBJECT -> {
                if (opening.subjectIsComponent()) {
                    subjectFollows = true;
                    return false;
                }
                stored.nextToken();
                subject = stored.getString();
            }
            case PersonalDataModule.SEALED -> {
                var found = new ArrayList<String>();
                stored.nextToken();
                while (stored.nextToken() == JsonToken.VALUE_STRING) {
                    found.add(stored.getString());
                }
                names = found;
            }
            case PersonalDataModule.PERSONAL -> {
                stored.nextToken();
                sealed = stored.getString();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private @Nullable JsonToken within(@Nullable JsonToken token) {
        if (token != null) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        return token;
    }

    private @Nullable JsonToken splice(String seal) {
        sealed = null;
        opened = true;
        delegate = context.createParser(opening.open(subject, names, seal));
        delegate.nextToken();
        return nextToken();
    }

    /** The stored object was at its end when the splice began, and is there still. */
    private JsonToken endOfSpliced() {
        if (opened) {
            delegate.close();
            delegate = stored;
        }
        return JsonToken.END_OBJECT;
    }

    @Override
    public @Nullable JsonToken nextValue() {
        var token = nextToken();
        return token == JsonToken.PROPERTY_NAME ? nextToken() : token;
    }

    @Override
    public @Nullable String nextName() {
        return nextToken() == JsonToken.PROPERTY_NAME ? currentName() : null;
    }

    @Override
    public boolean nextName(SerializableString name) {
        return name.getValue().equals(nextName());
    }

    @Override
    public int nextNameMatch(PropertyNameMatcher matcher) {
        var name = nextName();
        if (name != null) {
            return matcher.matchName(name);
        }
        return hasToken(JsonToken.END_OBJECT)
                ? PropertyNameMatcher.MATCH_END_OBJECT
                : PropertyNameMatcher.MATCH_ODD_TOKEN;
    }

    @Override
    public JsonParser skipChildren() {
        var token = currentToken();
        if (token != null && token.isStructStart()) {
            var outside = depth - 1;
            while (depth > outside && nextToken() != null) {
                // Everything within is passed over.
            }
        }
        return this;
    }
}
