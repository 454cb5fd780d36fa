package id.kulkul.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Gives sealing, opening and file work threads of their own: few, because the work is bound by the processor and the disk. */
@Configuration(proxyBeanMethods = false)
class Seals {
    private static final int QUEUE = 512;

    @Bean(destroyMethod = "dispose")
    static Scheduler sealing() {
        int threads = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
        return Schedulers.newBoundedElastic(threads, QUEUE, "sealing");
    }
}
