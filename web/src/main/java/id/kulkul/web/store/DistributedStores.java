package id.kulkul.web.store;

import id.kulkul.web.StartRefused;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Where the stores of several machines will be opened, behind the ports of {@link EmbeddedStores}. There are none yet,
 * and nothing takes their place unasked: the start ends before a file is touched.
 */
@Configuration(proxyBeanMethods = false)
@Profile(DistributedStores.PROFILE)
class DistributedStores {
    static final String PROFILE = "distributed";

    @Bean
    static BeanFactoryPostProcessor notBuiltYet() {
        return beans -> {
            throw new StartRefused("There are no stores for the profile " + PROFILE
                    + " yet: start without it, on the embedded stores. Nothing was changed.");
        };
    }
}
