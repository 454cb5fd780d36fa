package id.kulkul.web.seen;

import id.kulkul.command.loss.LossesId;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.StartStep;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.settings.Settings;
import id.kulkul.web.store.Holdings;
import id.kulkul.web.store.HoldingsRounds;
import id.kulkul.web.store.Homes;
import id.kulkul.web.store.OrphanRounds;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares the stores with what was signed, with each other, before the first page and before anything is signed or
 * removed; a difference ends the start unless it is declared.
 */
@Component
public class Comparison extends StartStep {
    private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);

    private final ServerKeys keys;
    private final Seen seen;
    private final Leaves leaves;
    private final StoredEvents history;
    private final Holdings holdings;
    private final OrphanRounds orphans;
    private final HoldingsRounds rounds;
    private final Acts acts;
    private final DeclaredLosses losses;
    private final String declared;
    private boolean restored;

    Comparison(
            ServerKeys keys,
            Homes homes,
            Leaves leaves,
            StoredEvents history,
            Holdings holdings,
            OrphanRounds orphans,
            HoldingsRounds rounds,
            Acts acts,
            DeclaredLosses losses,
            Settings settings)
            throws IOException {
        super(Order.STORES);
        this.keys = keys;
        this.seen = new Seen(homes.seenFolder());
        this.leaves = leaves;
        this.history = history;
        this.holdings = holdings;
        this.orphans = orphans;
        this.rounds = rounds;
        this.acts = acts;
        this.losses = losses;
        this.declared = settings.restored();
    }

    /** Whether this start declared a loss, so that read models may be those of another history. */
    public boolean restored() {
        return restored;
    }

    @Override
    protected void run() throws IOException {
        if (!keys.isComplete()) return;
        leaves.follow();
        var difference = Difference.between(seen, leaves, history.size(), holdings.missing(leaves::isIntact));
        if (!difference.isNone()) settle(difference);
        adopt();
        losses.read(LossesId.of(keys.tenant()));
        leaves.publishThrough(seen);
        orphans.begin();
        rounds.begin(leaves::isIntact, seen.lost());
    }

    private void settle(Difference difference) throws IOException {
        boolean isDeclared = difference.code().equals(declared)
                || seen.declaring().filter(difference.code()::equals).isPresent();
        if (!isDeclared) throw new StoresDisagree(difference);
        new Declaration(seen, LossesId.of(keys.tenant()), acts, leaves, history).of(difference);
        restored = true;
        LOG.warn("A loss was declared and recorded: {}", difference.words());
    }

    /**
     * What the history says is taken over where nothing was noted, or where it ended between a checkpoint and its note.
     */
    private void adopt() throws IOException {
        Set<LogName> unknown = EnumSet.noneOf(LogName.class);
        for (LogName log : LogName.values()) {
            var latest = leaves.latest(log);
            var noted = seen.of(log);
            if (latest.isEmpty()
                    || noted.filter(signed -> signed.size() >= latest.get().size())
                            .isPresent()) continue;
            if (noted.isEmpty()) unknown.add(log);
            seen.before(leaves.signedOrigin(log), latest.get(), history.size());
        }
        if (!unknown.isEmpty())
            LOG.warn(
                    "Nothing was noted yet of the last checkpoints of {}: what the history holds is believed", unknown);
    }
}
