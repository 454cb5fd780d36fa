package id.kulkul.web;

import id.kulkul.web.channel.KeysIncomplete;
import id.kulkul.web.demo.DemonstrationInterrupted;
import id.kulkul.web.store.HomeInUse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/** Says in one sentence, without a stack trace, what a person can put right who starts the program wrongly. */
class OneSentence implements SpringBootExceptionReporter {
    /** The application context is of no use here, but every reporter is given it. */
    @SuppressWarnings("unused")
    OneSentence(@Nullable ConfigurableApplicationContext office) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HomeInUse
                    || cause instanceof KeysIncomplete
                    || cause instanceof DemonstrationInterrupted) {
                System.err.println(cause.getMessage());
                return true;
            }
        }
        return false;
    }
}
