package id.kulkul.web.mailbox;

import org.springframework.stereotype.Component;

/** One bucket of tokens for all look-ups together: it keeps the server answering and knows nobody, no address and no receipt. */
@Component
class LookupLimit {
    private static final int PER_SECOND = 50;
    private static final long NANOS_A_TOKEN = 1_000_000_000L / PER_SECOND;

    private long full = System.nanoTime() - PER_SECOND * NANOS_A_TOKEN;

    /** Takes a token; false when the last second's are used up. */
    synchronized boolean admits() {
        long now = System.nanoTime();
        full = Math.max(full, now - PER_SECOND * NANOS_A_TOKEN);
        if (full + NANOS_A_TOKEN > now) return false;
        full += NANOS_A_TOKEN;
        return true;
    }
}
