package id.kulkul.web.connection;

import com.sun.management.UnixOperatingSystemMXBean;
import id.kulkul.web.settings.Settings;
import java.lang.management.ManagementFactory;
import java.util.Objects;

/**
 * How many connections there may be, {@code kulkul.connections}, and how many of them may be streams that stay open by
 * design, {@code kulkul.streams}, a quarter of those by default.
 */
record Limits(int connections, int streams) {
    /**
     * Descriptors that are not for connections: about 200 of the program itself (jars, databases, their logs), 64 forms
     * with four attachments each under way, 32 uploads; the rest is for connections that are closed but not gone.
     */
    static final long RESERVED = 520;

    /**
     * Most memory outside the heap of one connection: 16 KiB that were read, 16 KiB of an unfinished head, 32 KiB of an
     * answer that waits.
     */
    static final long BYTES = 64 * 1024;

    private static final long FEWEST = 64;
    private static final long MOST = 10_000;

    static Limits of(Settings settings) {
        int usual = usual(descriptors(), Runtime.getRuntime().maxMemory());
        int connections = Objects.requireNonNullElse(settings.connections(), usual);
        int streams = Objects.requireNonNullElse(settings.streams(), Math.max(1, connections / 4));
        return new Limits(connections, streams);
    }

    /** What the process may open, less what it needs itself, and no more than a quarter of its memory could serve. */
    static int usual(long descriptors, long memory) {
        long most = Math.min(MOST, memory / 4 / BYTES);
        return (int) Math.clamp(descriptors - RESERVED, FEWEST, Math.max(FEWEST, most));
    }

    private static long descriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : RESERVED + MOST;
    }
}
