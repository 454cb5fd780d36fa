package id.kulkul.query.report;

import id.kulkul.command.flood.FloodEvent;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportEvent.ConflictDeclared;
import id.kulkul.command.report.ReportId;
import id.kulkul.query.casework.Card;
import id.kulkul.query.casework.CaseNumber;
import id.kulkul.query.casework.Desk;
import id.kulkul.query.report.ReportQuery.Mailbox;
import id.kulkul.query.report.ReportQuery.OneCase;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.store.Held;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Shelf;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;

/** One file and one card per report; whoever is not among its readers today is told nothing, not even that it exists. */
@ProcessingGroup(ReportBoard.GROUP)
public final class ReportBoard {
    /** The name of the processor. */
    public static final String GROUP = "report-board";

    static final Shelf<CaseFile> FILES = Shelf.current("report_file", CaseFile.class);

    private static final String PREFIX = "WBS";

    private final ReadStore store;
    private final Posts posts;
    private final Covered covered;
    private final Floods floods;

    /** Over a history that is asked only for what the office must not see yet. */
    public ReportBoard(ReadStore store, Posts posts, Supplier<EventStore> events) {
        this.store = store;
        this.posts = posts;
        this.covered = new Covered(events);
        this.floods = new Floods(store, posts);
        store.prepare(FILES);
        store.prepare(Card.SHELF);
    }

    /** What people call a report. */
    public static String number(ReportId report) {
        return CaseNumber.of(PREFIX, report.value());
    }

    @EventHandler
    void on(ReportEvent event, @Timestamp Instant at, TrackingToken token) {
        var position = token.position().orElseThrow();
        var key = event.report().toString();
        var held = store.one(FILES, key).orElseGet(() -> new Held<>(-1, new CaseFile()));
        if (held.from() >= position) return;
        var file = held.document().fold(event, at, position);
        store.put(FILES, key, position, file);
        store.put(Card.SHELF, key, position, file.card());
        if (event instanceof ConflictDeclared declared) floods.fold(declared, position);
    }

    @EventHandler
    void on(FloodEvent event, @Timestamp Instant at, TrackingToken token) {
        floods.fold(event, at, token.position().orElseThrow());
    }

    @QueryHandler
    Optional<CaseRow> answer(OneCase query) {
        var desk = new Desk(query.person(), query.now());
        return store.one(FILES, query.report().toString())
                .filter(held -> isReader(held.document(), query.person()))
                .flatMap(held -> covered.of(held.document(), query.covered()))
                .filter(file -> isReader(file, query.person()))
                .map(file -> new Pages(posts).caseRow(file, desk));
    }

    private boolean isReader(CaseFile file, UUID person) {
        return file.readers.contains(person) && !posts.isRetired(person);
    }

    @QueryHandler
    Optional<MailboxRow> answer(Mailbox query) {
        var desk = new Desk(Pages.NOBODY, query.now());
        return store.one(FILES, query.report().toString()).map(held -> new Pages(posts).mailbox(held.document(), desk));
    }
}
