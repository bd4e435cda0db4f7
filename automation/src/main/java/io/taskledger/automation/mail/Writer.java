package io.taskledger.automation.mail;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import io.taskledger.automation.mail.Draft.Item;
import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.account.MailRecipient;
import io.taskledger.messages.task.MailedTask;
import io.taskledger.messages.task.Permission;

/**
 * Finds the words of a letter when it goes out: of what the recipient still wants to know and still may see, as it is by
 * then. Links come from the settings alone.
 */
final class Writer {

    /** Longest comment that is quoted whole, in code points; of a longer one three fewer, and dots. */
    private static final int QUOTED = 100;

    private static final String DOTS = "...";

    private final Facts facts;
    private final SecretLinks links;
    private final URI publicUrl;

    Writer(Facts facts, SecretLinks links, URI publicUrl) {
        this.facts = facts;
        this.links = links;
        this.publicUrl = publicUrl;
    }

    /** Empty where there is nothing to tell any more. */
    Optional<Draft> write(Letter letter, MailRecipient recipient) {
        var words = new Words(recipient.locale());
        return switch (letter.kind()) {
            case VERIFY_EMAIL ->
                link(letter, recipient)
                        .map(token ->
                                asked(recipient, "verify", words.say("verify.sentence"), "/verify?token=" + token));
            case RESET_PASSWORD ->
                link(letter, recipient)
                        .map(token -> asked(
                                recipient,
                                "reset",
                                words.say("reset.sentence", recipient.username()),
                                "/password-reset?token=" + token));
            case TASK_SHARED, TASK_COMPLETED, COMMENT, NEWS -> news(letter, recipient, words);
        };
    }

    private Optional<String> link(Letter letter, MailRecipient recipient) {
        return links.token(letter.reasons().getFirst().cause(), recipient.email());
    }

    private Draft asked(MailRecipient recipient, String key, String sentence, String path) {
        var words = new Words(recipient.locale());
        var item = new Item(
                sentence, List.of(words.say(key + ".until")), List.of(), words.say(key + ".open"), publicUrl + path);
        return new Draft(
                recipient.locale(),
                words.say(key + ".subject"),
                greeting(words, recipient),
                List.of(item),
                words.say("why.asked"),
                Optional.empty());
    }

    private Optional<Draft> news(Letter letter, MailRecipient recipient, Words words) {
        // Several of one kind about one thing are one: the last.
        var told = new LinkedHashMap<List<Object>, Told>();
        for (var reason : letter.reasons()) {
            if (reason instanceof Reason.News news && recipient.wants(news.kind())) {
                var about = List.<Object>of(news.kind(), news.comment() == null ? news.taskId() : news.comment());
                told(news, recipient, words).ifPresentOrElse(one -> told.put(about, one), () -> told.remove(about));
            }
        }
        if (told.isEmpty()) {
            return Optional.empty();
        }
        var items = List.copyOf(told.values());
        return Optional.of(new Draft(
                recipient.locale(),
                items.size() == 1 ? items.getFirst().subject() : words.say("news.subject"),
                greeting(words, recipient),
                items.stream().map(Told::item).toList(),
                words.say("why"),
                Optional.of(publicUrl + "/settings/notifications")));
    }

    private Optional<Told> told(Reason.News news, MailRecipient recipient, Words words) {
        return facts.task(news.taskId(), recipient.userId()).flatMap(task -> switch (news.kind()) {
            case TASK_SHARED_WITH_ME ->
                task.permission().map(permission -> told(news, task, words, permission(words, permission), List.of()));
            case TASK_COMPLETED -> Optional.of(told(news, task, words, List.of(), List.of()));
            case COMMENT_ON_MY_TASK, MENTIONED ->
                comment(news).map(content -> told(news, task, words, List.of(), quote(content)));
            case ASSIGNED ->
                Optional.of(task)
                        .filter(one -> recipient.userId().equals(one.assignee()))
                        .map(one -> told(news, one, words, List.of(), List.of()));
            case TASK_DUE_SOON ->
                Optional.of(task).filter(one -> !one.completed()).flatMap(one -> due(one, recipient, words));
        });
    }

    private Told told(Reason.News news, MailedTask task, Words words, List<String> details, List<String> quote) {
        var key = key(news.kind());
        var who = news.who().flatMap(facts::recipient).map(MailRecipient::name).orElseGet(() -> words.say("somebody"));
        var title = HeaderText.oneLine(task.title());
        return new Told(
                words.say(key + ".subject", title),
                item(words.say(key + ".sentence", HeaderText.oneLine(who), title), details, quote, task, words));
    }

    private Optional<Told> due(MailedTask task, MailRecipient recipient, Words words) {
        var date = task.dueDate();
        if (date == null) {
            return Optional.empty();
        }
        var style = FormatStyle.LONG;
        var locale = recipient.locale();
        var when = DateTimeFormatter.ofLocalizedDate(style).withLocale(locale).format(date)
                + (task.dueTime() == null ? "" : ", " + task.dueTime());
        var title = HeaderText.oneLine(task.title());
        return Optional.of(new Told(
                words.say("due.subject", title),
                item(words.say("due.sentence", title, when), List.of(), List.of(), task, words)));
    }

    private Item item(String sentence, List<String> details, List<String> quote, MailedTask task, Words words) {
        return new Item(sentence, details, quote, words.say("open"), publicUrl + "/tasks/" + task.taskId());
    }

    private Optional<String> comment(Reason.News news) {
        return Optional.ofNullable(news.comment()).flatMap(facts::comment);
    }

    private static List<String> permission(Words words, Permission permission) {
        return List.of(words.say("shared.permission", words.say("permission." + permission.text())));
    }

    private static List<String> quote(String content) {
        var shown = content.codePointCount(0, content.length()) <= QUOTED
                ? content
                : content.substring(0, content.offsetByCodePoints(0, QUOTED - DOTS.length())) + DOTS;
        return shown.lines().map(HeaderText::oneLine).toList();
    }

    private static String greeting(Words words, MailRecipient recipient) {
        return words.say("greeting", HeaderText.oneLine(recipient.name()));
    }

    private static String key(MailKind kind) {
        return switch (kind) {
            case TASK_SHARED_WITH_ME -> "shared";
            case TASK_COMPLETED -> "completed";
            case COMMENT_ON_MY_TASK -> "comment";
            case TASK_DUE_SOON -> "due";
            case MENTIONED -> "mentioned";
            case ASSIGNED -> "assigned";
        };
    }

    private record Told(String subject, Item item) {}
}
