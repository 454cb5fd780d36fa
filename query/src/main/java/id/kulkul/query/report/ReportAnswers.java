package id.kulkul.query.report;

import id.kulkul.command.Acted;
import id.kulkul.query.casework.Desk;
import id.kulkul.query.report.ReportQuery.Mailbox;
import id.kulkul.query.report.ReportQuery.OneCase;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.store.ReadStore;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;

/** Shows one report; whoever is not among its readers today is told nothing, not even that it exists. */
public final class ReportAnswers {
    private final ReadStore store;
    private final Posts posts;
    private final Covered covered;

    /** Over a history that is asked only for what the office must not see yet. */
    public ReportAnswers(ReadStore store, Posts posts, Supplier<EventStore> events) {
        this.store = store;
        this.posts = posts;
        this.covered = new Covered(events);
        store.prepare(ReportBoard.FILES);
    }

    @QueryHandler
    Optional<CaseRow> answer(OneCase query) {
        var desk = new Desk(query.person(), query.now());
        return store.one(ReportBoard.FILES, query.report().toString())
                .filter(held -> isReader(held.document(), query.person()))
                .flatMap(held -> covered.of(held.document(), query.covered()))
                .filter(file -> isReader(file, query.person()))
                .map(file -> new CaseRows(posts).caseRow(file, desk));
    }

    private boolean isReader(CaseFile file, UUID person) {
        return file.readers.contains(person) && !posts.isRetired(person);
    }

    @QueryHandler
    Optional<MailboxRow> answer(Mailbox query) {
        var desk = new Desk(Acted.NOBODY, query.now());
        return store.one(ReportBoard.FILES, query.report().toString())
                .map(held -> new CaseRows(posts).mailbox(held.document(), desk));
    }
}
