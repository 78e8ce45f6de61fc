package org.kvartal.kernel;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Does something once others can see what the transaction has written; at once where there is none. */
public final class AfterCommit {

    private AfterCommit() {}

    public static void run(Runnable act) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            act.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                act.run();
            }
        });
    }
}
