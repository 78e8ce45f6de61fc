package org.kvartal.notifications;

import java.util.Collection;
import java.util.Map;

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

    /**
     * What became of notices, by their {@linkplain Notice#key() keys}: for whoever told them to many. Each key has its answer, also where nobody was
     * told; a constant number of queries.
     */
    Map<String, Echo> echoes(Collection<String> keys);

    /**
     * @param read who has opened it
     * @param waiting whose letter waits still, for its minutes, its day or its mail server
     * @param sent to whom a letter of its own went
     * @param refused whose letter could not be delivered
     */
    record Echo(int told, int read, int waiting, int sent, int refused) {}
}
