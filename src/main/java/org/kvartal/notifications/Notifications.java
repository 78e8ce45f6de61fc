package org.kvartal.notifications;

/** Tells people what concerns them: in their inbox, and by letters as they wish. */
public interface Notifications {

    /**
     * Tells it in the caller's transaction; whoever was told the same {@linkplain Notice#key() key} before is not told again. Many recipients
     * cost the caller no more than few: their inboxes are filled right after the commit.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException if the caller has no transaction
     * @throws IllegalArgumentException if there is no {@link NoticeSource} of that kind
     */
    void tell(Notice notice);
}
