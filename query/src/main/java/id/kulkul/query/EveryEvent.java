package id.kulkul.query;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/**
 * Takes every event for a projection, also those that it does not want: a processor stores its token at once only for
 * what it takes, and others ask the stored token how far the projection has read.
 */
record EveryEvent(EventHandlerInvoker projection) implements EventHandlerInvoker {
    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        if (projection.canHandle(event, segment)) projection.handle(event, segment);
    }

    @Override
    public boolean supportsReset() {
        return false;
    }
}
