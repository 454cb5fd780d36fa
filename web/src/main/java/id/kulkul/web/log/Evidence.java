package id.kulkul.web.log;

import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.AppendedLeaves;
import id.kulkul.query.audit.Deadlines;
import id.kulkul.query.audit.Exports;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.MarkPlan;
import id.kulkul.query.audit.Marks;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.settings.Settings;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the three logs over the stored events. */
@Configuration(proxyBeanMethods = false)
class Evidence {
    private static final Duration DEMONSTRATION = Duration.ofSeconds(20);

    /** The marks of each log; {@code kulkul.marks.wbs} and the like set others, and a demonstration has short ones. */
    @Bean
    static MarkPlan marks(Settings settings) {
        Map<LogName, Duration> apart = new EnumMap<>(LogName.class);
        for (LogName log : LogName.values()) {
            Duration usual =
                    settings.demo() ? DEMONSTRATION : Marks.standard(log).every();
            apart.put(log, settings.marks().getOrDefault(log, usual));
        }
        return new MarkPlan(apart, Deadlines.NONE);
    }

    /** The one table of stored names, for whatever makes leaves or reads them. */
    @Bean
    static EventTypes eventTypes() {
        return EventTypes.standard();
    }

    @Bean
    static Leaves leaves(EventTypes types, StoredEvents events, ServerKeys keys, AppendedLeaves appended) {
        return new Leaves(types, events, keys.tenant(), new SecureRandom(), appended);
    }

    @Bean
    static Exports exports(StoredEvents events, Leaves leaves, ServerKeys keys) {
        return new Exports(events, leaves, keys::published);
    }
}
