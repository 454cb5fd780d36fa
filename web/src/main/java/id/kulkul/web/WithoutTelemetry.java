package id.kulkul.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** Leaves out what reports the use of this program to the maker of a library, however the program is started. */
class WithoutTelemetry implements AutoConfigurationImportFilter {
    private static final String UPDATE_CHECKER =
            "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration";

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) wanted[i] = !UPDATE_CHECKER.equals(classes[i]);
        return wanted;
    }
}
