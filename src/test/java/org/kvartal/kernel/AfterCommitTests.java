package org.kvartal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class AfterCommitTests {

    private final List<String> done = new ArrayList<>();

    private final TransactionTemplate transaction = new TransactionTemplate(new Ledger());

    @Test
    void itIsDoneOnceTheTransactionHasCommitted() {
        transaction.executeWithoutResult(_ -> {
            AfterCommit.run(() -> done.add("told"));
            done.add("written");
        });

        assertThat(done).containsExactly("written", "committed", "told");
    }

    @Test
    void whatIsTakenBackIsNotTold() {
        transaction.executeWithoutResult(status -> {
            AfterCommit.run(() -> done.add("told"));
            status.setRollbackOnly();
        });

        assertThat(done).containsExactly("taken back");
    }

    @Test
    void withoutATransactionItIsDoneAtOnce() {
        AfterCommit.run(() -> done.add("told"));

        assertThat(done).containsExactly("told");
    }

    private final class Ledger extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            // There is nothing to open.
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            done.add("committed");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            done.add("taken back");
        }
    }
}
