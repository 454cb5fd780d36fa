package id.kulkul.web.health;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Damage;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.MarkPlan;
import id.kulkul.query.audit.Marks;
import id.kulkul.query.audit.NotPublished;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.bus.Folded;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.store.HoldingsRounds;
import id.kulkul.web.store.StoreCondition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** This office, as its stores, logs and read models show it. */
@Component
class OfficeSight implements Sight {
    private static final Logger LOG = LoggerFactory.getLogger(OfficeSight.class);

    private final Folded readModels;
    private final StoredEvents history;
    private final Leaves leaves;
    private final MarkPlan marks;
    private final Clock clock;
    private final ServerKeys keys;
    private final StoreCondition stores;
    private final HoldingsRounds holdings;

    OfficeSight(
            Folded readModels,
            StoredEvents history,
            Leaves leaves,
            MarkPlan marks,
            Clock clock,
            ServerKeys keys,
            StoreCondition stores,
            HoldingsRounds holdings) {
        this.readModels = readModels;
        this.history = history;
        this.leaves = leaves;
        this.marks = marks;
        this.clock = clock;
        this.keys = keys;
        this.stores = stores;
        this.holdings = holdings;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public long stored() {
        return history.size();
    }

    @Override
    public long folded() {
        return readModels.events();
    }

    @Override
    public Set<LogName> signed() {
        if (!keys.isComplete()) return Set.of();
        try {
            leaves.follow();
        } catch (NotPublished waits) {
            LOG.debug("Told where it fails; here checkpoints grow old, which closes the form", waits);
        }
        return EnumSet.allOf(LogName.class);
    }

    @Override
    public long newest(LogName log) {
        return leaves.lastMark(log).map(Instant::toEpochMilli).orElse(0L);
    }

    /** A log that is signed again for its age alone is due for that, too. */
    @Override
    public boolean isDue(LogName log, Duration age) {
        return leaves.latest(log).isEmpty() || marks(log).isDue(leaves.waiting(log), age);
    }

    @Override
    public Duration every(LogName log) {
        return marks(log).every();
    }

    private Marks marks(LogName log) {
        return marks.at(log, clock.instant());
    }

    @Override
    public boolean isStopped() {
        return stores.isDamaged() || stores.refusal().isPresent();
    }

    @Override
    public boolean hasRoom() {
        return stores.disk().isEnoughForTexts();
    }

    @Override
    public Optional<Damage> damage(LogName log) {
        return leaves.damage(log);
    }

    @Override
    public boolean lacksContents() {
        return !holdings.damage().isNone();
    }
}
