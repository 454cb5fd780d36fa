package id.kulkul.web.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Answers an operator on the loopback port with what the state file holds. */
@Component
class OfficeHealth implements HealthIndicator {
    private final Reception reception;
    private final State state;

    OfficeHealth(Reception reception, State state) {
        this.reception = reception;
        this.state = state;
    }

    @Override
    public Health health() {
        Condition condition = reception.condition();
        Health.Builder health = condition.isWell() ? Health.up() : Health.down();
        return health.withDetails(state.of(condition)).build();
    }
}
