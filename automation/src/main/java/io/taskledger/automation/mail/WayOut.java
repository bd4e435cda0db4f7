package io.taskledger.automation.mail;

import jakarta.mail.internet.MimeMessage;

/** How mails leave the house. */
interface WayOut {

    /** Where they go, for operators. */
    String name();

    /**
     * Hands a mail over, which is then somebody else's to deliver.
     *
     * @throws RefusedForGood where another try would be in vain
     * @throws org.springframework.mail.MailException where it may go better another time
     */
    void hand(MimeMessage mail);

    /** The server does not take mail for this recipient. The message names nobody. */
    final class RefusedForGood extends RuntimeException {
        RefusedForGood(String why) {
            super(why, null, false, false);
        }
    }
}
