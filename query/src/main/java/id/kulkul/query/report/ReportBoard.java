package id.kulkul.query.report;

import id.kulkul.command.flood.FloodEvent;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportEvent.ConflictDeclared;
import id.kulkul.command.report.ReportId;
import id.kulkul.query.casework.Card;
import id.kulkul.query.casework.CaseNumber;
import id.kulkul.query.store.Held;
import id.kulkul.query.store.Shelf;
import id.kulkul.query.store.Shelves;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** One file and one card per report. */
@ProcessingGroup(ReportBoard.GROUP)
public final class ReportBoard {
    /** The name of the processor. */
    public static final String GROUP = "report-board";

    static final Shelf<CaseFile> FILES = Shelf.current("report_file", CaseFile.class);

    private static final String PREFIX = "WBS";

    private final Shelves shelves;
    private final FloodBoard floods;

    public ReportBoard(Shelves shelves) {
        this.shelves = shelves;
        this.floods = new FloodBoard(shelves);
        shelves.prepare(FILES);
        shelves.prepare(Card.SHELF);
    }

    /** What people call a report. */
    public static String number(ReportId report) {
        return CaseNumber.of(PREFIX, report.value());
    }

    @EventHandler
    void on(ReportEvent event, @Timestamp Instant at, TrackingToken token) {
        var position = token.position().orElseThrow();
        var key = event.report().toString();
        var held = shelves.one(FILES, key).orElseGet(() -> new Held<>(-1, new CaseFile()));
        if (held.from() >= position) return;
        var file = held.document().fold(event, at, position);
        shelves.put(FILES, key, position, file);
        shelves.put(Card.SHELF, key, position, file.card());
        if (event instanceof ConflictDeclared declared) floods.fold(declared, position);
    }

    @EventHandler
    void on(FloodEvent event, @Timestamp Instant at, TrackingToken token) {
        floods.fold(event, at, token.position().orElseThrow());
    }
}
