package io.taskledger.ui.notification;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.notification.NotificationKind;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.parts.Refusals;
import io.taskledger.ui.tryout.ScreenTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationsTest extends ScreenTest {

    private final TaskId ferns = TaskId.next();

    @Test
    void the_bell_counts_what_comes_while_one_looks_elsewhere() {
        UI.getCurrent().navigate("tasks");
        assertThat(find(Span.class).withAttribute("data-testid", "unread").all())
                .isEmpty();
        inbox.told(NotificationKind.SHARED, ferns, "Water the ferns");
        await(() ->
                !find(Span.class).withAttribute("data-testid", "unread").all().isEmpty());
        assertThat(part(Span.class, "unread").getText()).isEqualTo("1");
        assertThat(part(NativeButton.class, "bell").getAriaLabel()).hasValue("Notifications, one unread");
    }

    @ParameterizedTest
    @EnumSource
    void each_kind_has_a_sentence_and_leads_somewhere(NotificationKind kind) {
        inbox.told(kind, ferns, "Water the ferns");
        UI.getCurrent().navigate("notifications");
        var link = part(Anchor.class, "notification");
        assertThat(link.getElement().getTextRecursively()).contains("Water the ferns");
        assertThat(link.getHref()).isEqualTo("tasks/" + ferns.text());
    }

    @Test
    void what_is_read_is_read_here_and_at_the_bell() {
        inbox.told(NotificationKind.SHARED, ferns, "Water the ferns");
        inbox.told(NotificationKind.COMMENTED, ferns, "Water the ferns");
        UI.getCurrent().navigate("notifications");
        assertThat(unread()).isEqualTo(2);
        test(find(NativeButton.class)
                        .withAttribute("data-testid", "notification-read")
                        .first())
                .click();
        assertThat(unread()).isEqualTo(1);
        test(part(NativeButton.class, "inbox-read-all")).click();
        assertThat(unread()).isZero();
        test(part(NativeButton.class, "inbox-unread")).click();
        assertThat(part(Div.class, "inbox-empty").isVisible()).isTrue();
    }

    @Test
    void news_waits_above_for_who_has_gone_further_back() {
        for (int at = 0; at <= NotificationsView.PAGE; at++) {
            inbox.told(NotificationKind.SHARED, ferns, "Water the ferns");
        }
        UI.getCurrent().navigate("notifications");
        assertThat(links()).isEqualTo(NotificationsView.PAGE);
        test(part(NativeButton.class, "inbox-more")).click();
        assertThat(links()).isEqualTo(NotificationsView.PAGE + 1);
        inbox.told(NotificationKind.COMPLETED, ferns, "Weed");
        await(() -> !find(NativeButton.class)
                .withAttribute("data-testid", "inbox-news")
                .all()
                .isEmpty());
        assertThat(links()).isEqualTo(NotificationsView.PAGE + 1);
        test(part(NativeButton.class, "inbox-news")).click();
        assertThat(find(Anchor.class)
                        .withAttribute("data-testid", "notification")
                        .first()
                        .getElement()
                        .getTextRecursively())
                .contains("Ben completed “Weed”");
    }

    @Test
    void an_invitation_is_accepted_or_declined() {
        var orchard = inbox.invited("Orchard");
        inbox.invited("Garden");
        UI.getCurrent().navigate("invitations");
        test(find(NativeButton.class)
                        .withAttribute("data-testid", "invitation-accept")
                        .first())
                .click();
        assertThat(inbox.accepted()).containsExactly(orchard);
        test(part(NativeButton.class, "invitation-decline")).click();
        assertThat(inbox.accepted()).containsExactly(orchard);
        assertThat(part(Div.class, "invitations-empty").isVisible()).isTrue();
    }

    @Test
    void an_invitation_that_was_withdrawn_meanwhile_says_so() {
        var orchard = inbox.invited("Orchard");
        UI.getCurrent().navigate("invitations");
        inbox.withdraw(orchard);
        test(part(NativeButton.class, "invitation-accept")).click();
        assertThat(find(Refusals.class).single().getText()).isEqualTo("This invitation is not open any more.");
        assertThat(inbox.accepted()).isEmpty();
    }

    private int unread() {
        return (int) find(ListItem.class).all().stream()
                .filter(item -> item.hasClassName("unread"))
                .count();
    }

    private int links() {
        return find(Anchor.class)
                .withAttribute("data-testid", "notification")
                .all()
                .size();
    }
}
