package id.kulkul.query.report;

import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The open cases that a person may read, as far as a checkpoint covers them: on the desk, or set aside. */
final class OpenCases {
    /** So many of each are listed, those that came first; whoever asks is told where there are more. */
    static final int MOST = 10_000;

    static final OpenCases NONE = new OpenCases(Map.of(), 0);

    /** Some cases, and whether there are more. */
    record Cut(List<CaseCard> cards, boolean cut) {}

    private final List<CaseCard> desk = new ArrayList<>();
    private final List<CaseCard> aside = new ArrayList<>();
    private final Map<UUID, Long> since;
    private final int most;

    private OpenCases(Map<UUID, Long> since, int most) {
        this.since = since;
        this.most = most;
    }

    /**
     * Reads them.
     *
     * @param since the positions since which reports are set aside
     */
    static OpenCases of(UUID person, long covered, ReadStore store, Covered view, Map<UUID, Long> since, int most) {
        var stored = new OpenCases(since, most);
        var end = covered == Long.MAX_VALUE ? covered : covered + 1;
        store.walk(ReportBoard.CARDS, Where.any().before("open", end).orderedBy("open"), card -> {
            if (card.readers().contains(person)) stored.add(card);
            return stored.desk.size() <= most || stored.aside.size() <= most;
        });
        return stored.seen(covered, view);
    }

    /** What no checkpoint covers is taken away, and with it what that has changed. */
    private OpenCases seen(long covered, Covered view) {
        var seen = new OpenCases(since, most);
        for (var row : List.of(desk, aside))
            row.stream().flatMap(card -> view.of(card, covered).stream()).forEach(seen::add);
        return seen;
    }

    private void add(CaseCard card) {
        var row = isAside(card, since) ? aside : desk;
        if (row.size() <= most) row.add(card);
    }

    Cut desk() {
        return cut(desk);
    }

    Cut aside() {
        return cut(aside);
    }

    private Cut cut(List<CaseCard> row) {
        return new Cut(row.subList(0, Math.min(row.size(), most)), row.size() > most);
    }

    /** Nothing is set aside that somebody has looked into, or that its reporter has written about since. */
    static boolean isAside(CaseCard card, Map<UUID, Long> since) {
        var position = since.get(card.report().value());
        return position != null && !card.touched() && card.heard() < position;
    }
}
