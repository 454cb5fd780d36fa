package id.kulkul.web.upload;

/**
 * Those who use one thing at the same time, such as a thread that is still writing while the sender is gone already:
 * whoever is done last cleans up, and nobody begins after that.
 */
public final class Holders {
    private final Runnable cleaning;
    private int holders = 1;

    /** One holder, who made it. */
    public Holders(Runnable cleaning) {
        this.cleaning = cleaning;
    }

    /** One more; false if it was cleaned up already. */
    public synchronized boolean hold() {
        if (holders == 0) return false;
        holders++;
        return true;
    }

    /** One is done. */
    public void release() {
        if (isLast()) cleaning.run();
    }

    private synchronized boolean isLast() {
        return --holders == 0;
    }
}
