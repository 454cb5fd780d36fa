package id.kulkul.web.page;

import java.util.concurrent.atomic.AtomicLong;

/** The memory for bodies that are read whole, all of them together: who comes when it is full is told to come again. */
final class Room {
    private final long size;
    private final AtomicLong taken = new AtomicLong();

    Room(long size) {
        this.size = size;
    }

    /** An eighth of the memory that this process may use. */
    static Room ofThisProcess() {
        return new Room(Runtime.getRuntime().maxMemory() / 8);
    }

    /** Takes so many bytes of it, or none and says so. */
    boolean take(int bytes) {
        if (taken.addAndGet(bytes) <= size) return true;
        taken.addAndGet(-bytes);
        return false;
    }

    void give(long bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
