package id.kulkul.query.store;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/** One transaction for the documents and the token of a batch. */
final class SqliteTransactions implements TransactionManager {
    private final ReadFile file;

    SqliteTransactions(ReadFile file) {
        this.file = file;
    }

    @Override
    public Transaction startTransaction() {
        file.begin();
        return new Once(file);
    }

    /** Ends its transaction once, though a failed commit is followed by a rollback. */
    private static final class Once implements Transaction {
        private final ReadFile file;
        private boolean ended;

        Once(ReadFile file) {
            this.file = file;
        }

        @Override
        public void commit() {
            end(true);
        }

        @Override
        public void rollback() {
            end(false);
        }

        private void end(boolean keep) {
            if (ended) return;
            ended = true;
            file.end(keep);
        }
    }
}
