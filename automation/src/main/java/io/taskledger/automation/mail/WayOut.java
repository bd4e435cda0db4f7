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
     * @throws Away where nobody was there to take it
     * @throws org.springframework.mail.MailException where it may go better another time
     */
    void hand(MimeMessage mail);

    /** Nothing was handed over: the way is closed for every mail. */
    final class Away extends RuntimeException {

        private final RuntimeException fault;

        Away(RuntimeException fault) {
            super(fault);
            this.fault = fault;
        }

        RuntimeException fault() {
            return fault;
        }
    }

    /** The server does not take mail for this recipient. The message names nobody. */
    final class RefusedForGood extends RuntimeException {
        RefusedForGood(String why) {
            super(why, null, false, false);
        }
    }
}
