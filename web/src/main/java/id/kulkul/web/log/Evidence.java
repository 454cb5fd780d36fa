package id.kulkul.web.log;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.AppendedLeaves;
import id.kulkul.query.audit.Exports;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Marks;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.channel.ServerKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Wires the three logs over the stored events. */
@Configuration(proxyBeanMethods = false)
class Evidence {
    private static final Duration DEMONSTRATION = Duration.ofSeconds(20);

    /** The marks of each log; {@code kulkul.marks.wbs} and the like set others, in whole seconds, and a demonstration has short ones. */
    @Bean
    static Map<LogName, Marks> marks(Environment environment) {
        boolean demonstration = environment.getProperty("kulkul.demo", Boolean.class, false);
        Map<LogName, Marks> marks = new EnumMap<>(LogName.class);
        for (LogName log : LogName.values()) {
            Marks standard = Marks.standard(log);
            Duration every = environment.getProperty(
                    "kulkul.marks." + log.text(), Duration.class, demonstration ? DEMONSTRATION : standard.every());
            marks.put(log, standard.apart(every));
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
