package id.kulkul.web.store;

import java.util.stream.Stream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says that the platform is down when history or vault can take nothing more or are damaged, and why. */
final class StoreHealth implements HealthIndicator {
    private final GroupCommitEvents history;
    private final SqliteVault vault;

    StoreHealth(GroupCommitEvents history, SqliteVault vault) {
        this.history = history;
        this.vault = vault;
    }

    @Override
    public Health health() {
        if (history.isDamaged() || vault.isDamaged())
            return Health.down().withDetail("reason", "a store is damaged").build();
        return Stream.of(history.stopped(), vault.stopped())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(stopped ->
                        Health.down().withDetail("reason", stopped.reason()).build())
                .orElseGet(() -> Health.up().build());
    }
}
