package id.kulkul.web;

import id.kulkul.web.life.Surfaces;
import id.kulkul.web.settings.Settings;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the platform. */
@SpringBootApplication
@EnableConfigurationProperties(Settings.class)
public class Kulkul {
    private static final int FAILED = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public static void main(String[] arguments) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        Surfaces.watch();
        try {
            SpringApplication.run(Kulkul.class, arguments);
        } catch (Throwable failed) {
            OneSentence.say(failed);
            end();
        }
    }

    /** No thread that was started already keeps a program alive that serves nothing. */
    private static void end() {
        Thread.ofPlatform().daemon().name("end").start(() -> {
            LockSupport.parkNanos(PATIENCE.toNanos());
            Runtime.getRuntime().halt(FAILED);
        });
        System.exit(FAILED);
    }
}
