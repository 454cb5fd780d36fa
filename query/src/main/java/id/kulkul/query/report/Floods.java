package id.kulkul.query.report;

import id.kulkul.command.flood.FloodId;
import id.kulkul.query.casework.Who;
import id.kulkul.query.report.FloodFile.Act;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.store.Held;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Where;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The proposals to set reports aside, and what each person may know of them: a report that somebody lost is in none of
 * theirs.
 */
final class Floods {
    private final ReadStore store;
    private final Posts posts;

    Floods(ReadStore store, Posts posts) {
        this.store = store;
        this.posts = posts;
        FloodBoard.prepare(store);
    }

    /** Since which position each report is set aside by two people. */
    Map<UUID, Long> inForce() {
        var since = new HashMap<UUID, Long>();
        for (var flood : all(of(FloodRow.State.IN_FORCE))) {
            var confirmed = flood.confirmed();
            if (confirmed == null) continue;
            for (var report : flood.reports()) since.merge(report, confirmed.position(), Math::max);
        }
        return since;
    }

    /** The reports that wait in a proposal. */
    Set<UUID> proposed() {
        var waiting = new HashSet<UUID>();
        for (var flood : all(of(FloodRow.State.PROPOSED))) waiting.addAll(flood.reports());
        return waiting;
    }

    private List<FloodFile> all(Where where) {
        return store.all(FloodBoard.FLOODS, where);
    }

    private static Where of(FloodRow.State state) {
        return Where.any().equal("state", state.name());
    }

    /** Those in force in which a report is that the person may read, the newest first. */
    List<FloodFile> inForceWith(UUID report, UUID person) {
        if (posts.isRetired(person)) return List.of();
        return all(of(FloodRow.State.IN_FORCE)).stream()
                .filter(flood -> readable(flood, person).contains(report))
                .sorted(Comparator.comparingLong(FloodFile::order).reversed())
                .toList();
    }

    /** Those of which a person may know, the newest first. */
    List<FloodRow> rows(UUID person) {
        if (posts.isRetired(person)) return List.of();
        var lost = Set.copyOf(FloodBoard.lost(store, person));
        return all(Where.any()).stream()
                .sorted(Comparator.comparingLong(FloodFile::order).reversed())
                .map(flood -> row(flood, person, readable(flood, person, lost).size()))
                .filter(row -> row.reports() > 0)
                .toList();
    }

    Optional<FloodFile> one(FloodId flood, UUID person) {
        return store.one(FloodBoard.FLOODS, flood.toString())
                .map(Held::document)
                .filter(file ->
                        !posts.isRetired(person) && !readable(file, person).isEmpty());
    }

    /** The reports of a proposal that a person may read today. */
    List<UUID> readable(FloodFile flood, UUID person) {
        return readable(flood, person, Set.copyOf(FloodBoard.lost(store, person)));
    }

    private static List<UUID> readable(FloodFile flood, UUID person, Set<UUID> lost) {
        if (!flood.readers().contains(person)) return List.of();
        return flood.reports().stream().filter(report -> !lost.contains(report)).toList();
    }

    FloodRow row(FloodFile flood, UUID person, int reports) {
        return new FloodRow(
                flood.flood(),
                flood.state(),
                reports,
                reports == flood.reports().size(),
                flood.proposed().by().equals(person),
                act(flood.proposed()),
                flood.confirmed() == null ? null : act(flood.confirmed()),
                flood.undone() == null ? null : act(flood.undone()));
    }

    private FloodRow.Act act(Act act) {
        return new FloodRow.Act(Who.of(act.by(), posts), act.hour());
    }
}
