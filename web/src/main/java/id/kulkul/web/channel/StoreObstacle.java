package id.kulkul.web.channel;

import id.kulkul.web.store.StoreCondition;
import id.kulkul.web.store.StorePaused;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** No report is invited that could not be kept. */
@Component
class StoreObstacle implements Obstacle {
    private final StoreCondition stores;

    StoreObstacle(StoreCondition stores) {
        this.stores = stores;
    }

    @Override
    public Optional<NotNow> now() {
        Optional<NotNow> refusing =
                stores.refusal().map(refusal -> refusal instanceof StorePaused ? NotNow.PAUSED : NotNow.STOPPED);
        if (refusing.isPresent() || stores.disk().isEnoughForTexts()) return refusing;
        return Optional.of(NotNow.NO_ROOM);
    }
}
