package id.kulkul.web.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says that the platform is down when history or vault take nothing, for now or until a new start, or are damaged, and
 * why.
 */
final class StoreHealth implements HealthIndicator {
    private final StoreCondition condition;

    StoreHealth(StoreCondition condition) {
        this.condition = condition;
    }

    @Override
    public Health health() {
        if (condition.isDamaged())
            return Health.down().withDetail("reason", "a store is damaged").build();
        return condition
                .refusal()
                .map(refusal ->
                        Health.down().withDetail("reason", refusal.reason()).build())
                .orElseGet(() -> Health.up().build());
    }
}
