package id.kulkul.query;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * What a processor of one segment in one process has no use for: nobody shares its work, and a rebuild does not set
 * tokens back.
 */
interface OneSegment extends StreamingEventProcessor {
    @Override
    default String getTokenStoreIdentifier() {
        throw new UnsupportedOperationException();
    }

    @Override
    default void releaseSegment(int segment) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void releaseSegment(int segment, long duration, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    default CompletableFuture<Boolean> splitSegment(int segment) {
        throw new UnsupportedOperationException();
    }

    @Override
    default CompletableFuture<Boolean> mergeSegment(int segment) {
        throw new UnsupportedOperationException();
    }

    @Override
    default boolean supportsReset() {
        return false;
    }

    @Override
    default void resetTokens() {
        throw new UnsupportedOperationException();
    }

    @Override
    default <R> void resetTokens(@Nullable R context) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void resetTokens(Function<StreamableMessageSource<TrackedEventMessage<?>>, TrackingToken> start) {
        throw new UnsupportedOperationException();
    }

    @Override
    default <R> void resetTokens(
            Function<StreamableMessageSource<TrackedEventMessage<?>>, TrackingToken> start, @Nullable R context) {
        throw new UnsupportedOperationException();
    }

    @Override
    default <R> void resetTokens(TrackingToken start, @Nullable R context) {
        throw new UnsupportedOperationException();
    }

    @Override
    default int maxCapacity() {
        return 1;
    }
}
