package id.kulkul.web.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says that the platform is down when history or vault take nothing, for now or until a new start, and why. */
final class StoreHealth implements HealthIndicator {
    private final StoreCondition condition;

    StoreHealth(StoreCondition condition) {
        this.condition = condition;
    }

    @Override
    public Health health() {
        return condition
                .refusal()
                .map(refusal ->
                        Health.down().withDetail("reason", refusal.reason()).build())
                .orElseGet(() -> Health.up().build());
    }
}
