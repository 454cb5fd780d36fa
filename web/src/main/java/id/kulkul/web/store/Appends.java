package id.kulkul.web.store;

import id.kulkul.web.life.Ending;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** Tells everyone who follows the history how many events it holds, as soon as they are on disk. */
final class Appends {
    private final Set<Runnable> followers = new CopyOnWriteArraySet<>();
    private volatile long size;
    private boolean told;

    Appends(long size) {
        this.size = size;
    }

    /** How many events are on disk; the newest has the index one below. */
    long size() {
        return size;
    }

    /** Called by the writer's thread; a follower that fails is its own affair. */
    void reached(long newSize) {
        if (newSize == size) return;
        size = newSize;
        for (var follower : followers) {
            try {
                follower.run();
            } catch (RuntimeException | Error e) {
                Ending.ifBroken(e);
                tell(e);
            }
        }
    }

    /** Once: a line for each append would have the time of each report. */
    private void tell(Throwable failure) {
        if (!told)
            System.getLogger(Appends.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "A follower failed: " + failure.getClass().getName());
        told = true;
    }

    void follow(Runnable follower) {
        followers.add(follower);
    }

    void leave(Runnable follower) {
        followers.remove(follower);
    }
}
