package id.kulkul.web.health;

import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.query.audit.Damage;
import id.kulkul.query.audit.Leaves;
import id.kulkul.web.life.Lives;
import id.kulkul.web.store.HoldingsDamage;
import id.kulkul.web.store.HoldingsRounds;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** What an operator may know: ages, room and damage, and nothing of a report; too coarse to tell when one came. */
@Component
class State {
    private static final long STEP = 64L * 1024 * 1024;

    private final Leaves leaves;
    private final Blobs blobs;
    private final Lives lives;
    private final HealthIndicator stores;
    private final HoldingsRounds holdings;
    private final Clock clock;

    State(
            Leaves leaves,
            Blobs blobs,
            Lives lives,
            @Qualifier("storeHealth") HealthIndicator stores,
            HoldingsRounds holdings,
            Clock clock) {
        this.leaves = leaves;
        this.blobs = blobs;
        this.lives = lives;
        this.stores = stores;
        this.holdings = holdings;
        this.clock = clock;
    }

    /** As names and plain values, for a file and for a port. */
    Map<String, Object> of(Condition condition) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("well", condition.isWell());
        state.put("receives", condition.receives());
        state.put("readSideBehindSeconds", condition.lag().toSeconds());
        Map<String, Object> logs = new LinkedHashMap<>();
        for (LogName log : LogName.values()) logs.put(log.text(), log(log, condition));
        state.put("logs", logs);
        state.put("contents", contents());
        state.put("roomBytes", room());
        state.put("roomForTexts", condition.hasRoom());
        state.put("stores", store());
        state.put("restarts", lives.restarts());
        return state;
    }

    private Map<String, Object> log(LogName log, Condition condition) {
        Map<String, Object> one = new LinkedHashMap<>();
        leaves.latest(log)
                .ifPresent(newest -> one.put(
                        "checkpointAgeSeconds",
                        Duration.between(Instant.ofEpochMilli(newest.mark()), clock.instant())
                                .toSeconds()));
        one.put("late", condition.late().contains(log));
        leaves.damage(log).map(Damage::isFatal).ifPresent(fatal -> one.put("damage", fatal ? "fatal" : "repairable"));
        return one;
    }

    private Map<String, Object> contents() {
        HoldingsDamage found = holdings.damage();
        Map<String, Object> contents = new LinkedHashMap<>();
        contents.put("missingRows", found.rows());
        contents.put("alteredRows", found.alteredRows());
        contents.put("missingCiphertexts", found.blobs());
        contents.put("alteredCiphertexts", found.alteredBlobs());
        return contents;
    }

    /** In steps, since every report takes some. */
    private long room() {
        try {
            return blobs.room() / STEP * STEP;
        } catch (IOException unknown) {
            return -1;
        }
    }

    private Map<String, Object> store() {
        Health health = Objects.requireNonNull(stores.health());
        Map<String, Object> store = new LinkedHashMap<>();
        store.put("status", health.getStatus().getCode());
        store.putAll(health.getDetails());
        return store;
    }
}
