package id.kulkul.web.channel;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.web.StartRefused;
import id.kulkul.web.StartStep;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs between the start of the write side and the first page: the logs are rebuilt and the channel opened before
 * anybody asks.
 */
@Component
class ChannelStart extends StartStep {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelStart.class);

    private final Leaves leaves;
    private final Founding opening;

    ChannelStart(Leaves leaves, Founding opening) {
        super(Order.LOGS_AND_CHANNEL);
        this.leaves = leaves;
        this.opening = opening;
    }

    @Override
    protected void run() throws IOException {
        leaves.follow();
        for (LogName log : LogName.values()) leaves.damage(log).ifPresent(damage -> LOG.error("{}", damage));
        try {
            opening.run();
        } catch (IllegalArgumentException spoilt) {
            throw new StartRefused("The keys that were given cannot be used: " + spoilt.getMessage(), spoilt);
        }
    }
}
