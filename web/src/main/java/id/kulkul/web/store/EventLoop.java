package id.kulkul.web.store;

import reactor.core.scheduler.Schedulers;

/** The threads that serve all connections and therefore may never wait for a disk. */
final class EventLoop {
    private EventLoop() {}

    /** @throws IllegalStateException when the caller is such a thread */
    static void refuse() {
        if (Schedulers.isInNonBlockingThread()) {
            throw new IllegalStateException("A store was used on a thread that must not block");
        }
    }
}
