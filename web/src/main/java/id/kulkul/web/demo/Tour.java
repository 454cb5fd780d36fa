package id.kulkul.web.demo;

import id.kulkul.command.report.ReportAct;
import id.kulkul.web.report.FictionalReports;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One fictional report on its way through the platform, moved by the same commands as any other. */
final class Tour implements AutoCloseable {
    static final String INVESTIGATOR = "pemeriksa-1";

    private final UUID token = UUID.randomUUID();
    private final UUID report;
    private final Script script;
    private final FictionalReports.@Nullable Made made;
    private @Nullable Verdict verdict;
    private @Nullable Verdict caught;
    private long chosen = -1;
    private boolean looked;

    /** @param made what the server sealed and knows the receipt of; null where the visitor's browser sealed it */
    Tour(UUID report, Script script, FictionalReports.@Nullable Made made) {
        this.report = report;
        this.script = script;
        this.made = made;
    }

    /** What the browser that is told it shows, and what nothing but a cookie of that browser says. */
    UUID token() {
        return token;
    }

    UUID report() {
        return report;
    }

    Script script() {
        return script;
    }

    /** Whether the visitor's browser sealed it, so that nobody here knows its receipt. */
    boolean isSealedThere() {
        return made == null;
    }

    /** The receipt of a report that the server sealed, which only a fictional reporter may leave lying about. */
    String digits() {
        return made == null ? "" : made.digits();
    }

    String greeting() {
        return made == null ? "" : made.greeting();
    }

    @Nullable
    Verdict verdict() {
        return verdict;
    }

    @Nullable
    Verdict caught() {
        return caught;
    }

    /** The sequence of the event that was changed last; negative where none was. */
    long chosen() {
        return chosen;
    }

    /** Whether the visitor went to see who opened the report. */
    boolean looked() {
        return looked;
    }

    void look() {
        looked = true;
    }

    void verified(Verdict said) {
        verdict = said;
    }

    void caught(long sequence, Verdict said) {
        chosen = sequence;
        caught = said;
    }

    /** A step of the investigator, or of the reporter of a report that the server sealed. */
    static Story.Step step(ReportAct act, @Nullable String text) {
        return new Story.Step(0, act, act == ReportAct.REPLY ? null : INVESTIGATOR, null, text);
    }

    @Override
    public void close() {
        if (made != null) made.keys().close();
    }
}
