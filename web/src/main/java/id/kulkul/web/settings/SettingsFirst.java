package id.kulkul.web.settings;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Reads the settings before anything is made of them, so that a wrong one touches no file and no port. */
class SettingsFirst implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext office) {
        Settings.of(office.getEnvironment());
    }
}
