package id.kulkul.web.bus;

import id.kulkul.query.QuerySide;
import id.kulkul.query.store.ReadStoreFailed;
import org.axonframework.config.Configuration;
import org.springframework.stereotype.Component;

/** How far the read models have come, whichever process folds them. */
@Component
public class Folded {
    private final Configuration axon;
    private volatile long known;

    Folded(Configuration axon) {
        this.axon = axon;
    }

    /** How many events every read model shows; where that cannot be asked just now, what it was. Waits for the disk. */
    public long events() {
        try {
            known = QuerySide.folded(axon);
        } catch (ReadStoreFailed notNow) {
            return known;
        }
        return known;
    }
}
