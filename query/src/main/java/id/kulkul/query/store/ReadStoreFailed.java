package id.kulkul.query.store;

/** The file of read models could not be read or written; a projection that meets this stops and tries again. */
public final class ReadStoreFailed extends RuntimeException {
    ReadStoreFailed(Throwable cause) {
        super("the read models cannot be reached", cause);
    }
}
