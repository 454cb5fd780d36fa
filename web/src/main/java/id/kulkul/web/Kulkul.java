package id.kulkul.web;

import id.kulkul.web.life.Surfaces;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the platform. */
@SpringBootApplication
public class Kulkul {
    public static void main(String[] arguments) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        Surfaces.watch();
        SpringApplication.run(Kulkul.class, arguments);
    }
}
