package id.kulkul.web.seen;

import id.kulkul.command.Acted;
import id.kulkul.command.loss.LossCommand.DeclareContentsLost;
import id.kulkul.command.loss.LossCommand.DeclareLogRestored;
import id.kulkul.command.loss.LossesId;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.bus.Acts;
import java.io.IOException;

/** Records what an operator declares lost in the history, and only then lets the stores count as they are. */
final class Declaration {
    private final Seen seen;
    private final LossesId losses;
    private final Acts acts;
    private final Leaves leaves;
    private final StoredEvents history;

    Declaration(Seen seen, LossesId losses, Acts acts, Leaves leaves, StoredEvents history) {
        this.seen = seen;
        this.losses = losses;
        this.acts = acts;
        this.leaves = leaves;
        this.history = history;
    }

    /** Each step may be done again by the next start where this one is interrupted. */
    void of(Difference difference) throws IOException {
        seen.beginDeclaring(difference.code());
        for (var log : difference.lost())
            send(new DeclareLogRestored(
                    losses,
                    log.signed().origin().text(),
                    log.signed().size(),
                    log.signed().root(),
                    log.size(),
                    log.successor().text()));
        if (!difference.contents().isEmpty())
            send(new DeclareContentsLost(losses, difference.rows(), difference.blobs(), difference.list()));
        seen.lose(difference.contents());
        for (var log : difference.logs()) {
            var latest = leaves.latest(log.log());
            LogOrigin origin = difference.lost().contains(log)
                    ? log.successor()
                    : log.signed().origin();
            long mark = latest.map(checkpoint -> checkpoint.mark()).orElse(0L);
            seen.put(log.log(), new Signed(origin, log.size(), log.root(), mark, history.size()));
        }
        seen.endDeclaring();
    }

    private void send(Object command) {
        acts.send(command, Acted.NOBODY).toFuture().join();
    }
}
