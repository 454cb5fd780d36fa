package id.kulkul.web.log;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.AppendedLeaves;
import id.kulkul.query.audit.Exports;
import id.kulkul.query.audit.Leaves;
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
    static Map<LogName, Marks> marks(Settings settings) {
        Map<LogName, Marks> marks = new EnumMap<>(LogName.class);
        for (LogName log : LogName.values()) {
            Marks standard = Marks.standard(log);
            Duration usual = settings.demo() ? DEMONSTRATION : standard.every();
            marks.put(log, standard.apart(settings.marks().getOrDefault(log, usual)));
        }
        return marks;
    }

    @Bean
    static Leaves leaves(StoredEvents events, ServerKeys keys, AppendedLeaves appended) {
        return new Leaves(events, keys.tenant(), new SecureRandom(), appended);
    }

    @Bean
    static Exports exports(StoredEvents events, Leaves leaves, ServerKeys keys) {
        return new Exports(events, leaves, keys::published);
    }
}
