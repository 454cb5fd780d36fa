package id.kulkul.query.report;

import id.kulkul.query.report.ReportQuery.CasesAt;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Where;
import java.util.Comparator;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what a list knew at a position, from the intervals of positions in which each version of a case held. */
public final class PastCases {
    private static final int MOST = 100_000;

    private final ReadStore store;
    private final Posts posts;

    public PastCases(ReadStore store, Posts posts) {
        this.store = store;
        this.posts = posts;
        store.prepare(ReportBoard.CARDS);
    }

    @QueryHandler
    List<PastCard> answer(CasesAt query) {
        var desk = new Desk(Pages.NOBODY, query.now());
        var pages = new Pages(posts);
        return store.allAt(ReportBoard.CARDS, Where.atMost(MOST), query.position()).stream()
                .map(card -> pages.pastCard(card, desk))
                .sorted(Comparator.comparing(PastCard::pile)
                        .thenComparing(PastCard::received)
                        .thenComparing(PastCard::number))
                .toList();
    }
}
