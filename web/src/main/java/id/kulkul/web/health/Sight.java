package id.kulkul.web.health;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Damage;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What there is to see of an office; asked by one thread, which waits for the disk. */
interface Sight {
    /** Of a clock that never jumps. */
    long nanos();

    /** How many events are stored. */
    long stored();

    /** How many of them every read model shows. */
    long folded();

    /** The logs that are signed, none before the channel has its keys; what follows is as of this call. */
    Set<LogName> signed();

    /** What tells the newest checkpoint of a log from the one before it. */
    long newest(LogName log);

    /** Whether the next mark makes another one, when the newest was seen so long ago. */
    boolean isDue(LogName log, Duration age);

    /** How long it is from one mark of a log to the next. */
    Duration every(LogName log);

    /** Whether history or vault take nothing, or are damaged. */
    boolean isStopped();

    /** Whether the disk has room for the text of a report. */
    boolean hasRoom();

    /** Where the stored rows of a log no longer lead to what was signed. */
    Optional<Damage> damage(LogName log);

    /** Whether vault or ciphertexts were found to lack what the history names. */
    boolean lacksContents();
}
