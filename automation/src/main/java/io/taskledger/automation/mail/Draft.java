package io.taskledger.automation.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a mail says, before it is laid out.
 *
 * @param items at least one
 * @param whyMe why it was sent, and how to get no more of it
 * @param settings where one can say so; empty for a mail that was asked for
 */
record Draft(
        Locale locale, String subject, String greeting, List<Item> items, String whyMe, Optional<String> settings) {
    Draft {
        items = List.copyOf(items);
    }

    /**
     * One thing that is told.
     *
     * @param details further sentences
     * @param quote somebody's own words, line by line; empty for none
     * @param label what the link is called
     */
    record Item(String sentence, List<String> details, List<String> quote, String label, String link) {
        Item {
            details = List.copyOf(details);
            quote = List.copyOf(quote);
        }
    }
}
