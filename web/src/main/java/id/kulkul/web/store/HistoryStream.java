package id.kulkul.web.store;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Follows the history from a token on, and hears of each new event at once instead of asking twice a second. */
final class HistoryStream implements TrackingEventStream {
    private final GroupCommitEvents history;
    private final Appends appends;
    private final Object news = new Object();
    private final Runnable onNews = this::wake;
    private Iterator<? extends TrackedEventMessage<?>> page = Collections.emptyIterator();
    private @Nullable TrackingToken last;
    private @Nullable TrackedEventMessage<?> next;
    private volatile @Nullable Runnable callback;

    HistoryStream(GroupCommitEvents history, @Nullable TrackingToken from) {
        this.history = history;
        this.appends = history.appends();
        this.last = from;
        appends.follow(onNews);
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(found());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            long known = appends.size();
            if (found() != null) return true;
            if (!awaitNews(known, deadline)) return false;
        }
    }

    private boolean awaitNews(long known, long deadline) throws InterruptedException {
        synchronized (news) {
            while (appends.size() == known) {
                long left = deadline - System.nanoTime();
                if (left <= 0) return false;
                TimeUnit.NANOSECONDS.timedWait(news, left);
            }
            return true;
        }
    }

    private @Nullable TrackedEventMessage<?> found() {
        if (next == null && !page.hasNext() && GroupCommitEvents.position(last) + 1 < appends.size()) {
            page = history.readEvents(last, false).iterator();
        }
        if (next == null && page.hasNext()) next = page.next();
        return next;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        TrackedEventMessage<?> event = found();
        while (event == null) {
            hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS);
            event = found();
        }
        last = event.trackingToken();
        next = null;
        return event;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        callback = onAvailable;
        return true;
    }

    private void wake() {
        synchronized (news) {
            news.notifyAll();
        }
        var told = callback;
        if (told != null) told.run();
    }

    @Override
    public void close() {
        appends.leave(onNews);
        callback = null;
    }
}
