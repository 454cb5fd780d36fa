package id.kulkul.web;

import id.kulkul.crypto.seal.Seal;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Gives sealing, opening and file work threads of their own: few, because the work is bound by the processor and the disk. */
@Configuration(proxyBeanMethods = false)
class Seals {
    private static final int QUEUE = 512;

    /** Nobody's first look into a mailbox should wait for the compiler. */
    @Bean
    static ApplicationListener<ApplicationReadyEvent> warmth(Scheduler sealing) {
        return ready -> sealing.schedule(Seal::warm);
    }

    @Bean(destroyMethod = "dispose")
    static Scheduler sealing() {
        int threads = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
        return Schedulers.newBoundedElastic(threads, QUEUE, "sealing");
    }
}
