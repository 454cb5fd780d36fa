package id.kulkul.web;

import id.kulkul.crypto.seal.Seal;
import java.util.concurrent.Executors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Gives sealing and opening few threads, because the processor bounds them, and waiting for the disk many, because one
 * wait serves all who wait together.
 */
@Configuration(proxyBeanMethods = false)
class Seals {
    private static final int QUEUE = 512;
    private static final int WAITING = 64;

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

    /** For what waits until ciphertext and vault rows are durable, and does nothing else. */
    @Bean(destroyMethod = "dispose")
    static Scheduler keeping() {
        return Schedulers.newBoundedElastic(WAITING, QUEUE, "keeping");
    }

    /** For forms whose first file waits for the one second in which a mailbox answers: on threads that cost nothing. */
    @Bean(destroyMethod = "dispose")
    static Scheduler answering() {
        return Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "answering");
    }
}
