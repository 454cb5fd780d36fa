package id.kulkul.command.report;

import static id.kulkul.command.report.ReportRejection.*;

import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.WrapSuite;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The sealed items of one report and the people who may read them; an excluded person never comes back. */
final class Dossier {
    private final Map<UUID, Kind> items = new HashMap<>();
    private final Map<UUID, Long> next = new HashMap<>();
    private final Set<UUID> readers = new HashSet<>();
    private final Set<UUID> excluded = new HashSet<>();
    private long epoch;

    void exclude(Collection<UUID> people) {
        excluded.addAll(people);
        readers.removeAll(people);
    }

    /** Takes items that {@link #admit} let pass. */
    void take(UUID sender, Sealing sealing, List<ItemHeader> headers) {
        epoch = sealing.epoch();
        readers.addAll(sealing.recipients());
        headers.forEach(
                header -> items.put(header.context().item(), header.context().kind()));
        next.merge(sender, (long) headers.size(), Long::sum);
    }

    void requireReader(UUID person) {
        if (!readers.contains(person)) throw NOT_A_RECIPIENT.asException();
    }

    void requireOpenable(UUID item) {
        var kind = items.get(item);
        if (kind == null) throw NO_SUCH_ITEM.asException();
        if (kind == Kind.IDENTITY) throw NEEDS_CUSTODIANS.asException();
    }

    void requireExcludable(UUID person) {
        if (excluded.contains(person)) throw ALREADY_EXCLUDED.asException();
        if (readers.equals(Set.of(person))) throw LAST_RECIPIENT.asException();
    }

    /** Refuses unless every item is sealed as the terms say, for nobody who is excluded, and carries the sender's next number. */
    void admit(ReportId report, UUID sender, Sealing sealing, Shape shape, List<ItemHeader> headers) {
        if (sealing.recipients().isEmpty()) throw NO_RECIPIENT.asException();
        if (!Collections.disjoint(excluded, sealing.recipients())) throw EXCLUDED_RECIPIENT.asException();
        if (sealing.epoch() < epoch) throw WRONG_MANIFEST.asException();
        if (!shape.fitsAll(headers)) throw BAD_ITEM.asException();
        var seen = new HashSet<UUID>();
        var seq = next.getOrDefault(sender, 0L);
        for (var header : headers) {
            requireManifest(header, sealing);
            if (!isInPlace(header, report, sealing) || !isWrapped(header, sealing)) throw BAD_ITEM.asException();
            var item = header.context().item();
            if (items.containsKey(item) || !seen.add(item)) throw ITEM_ALREADY_RECEIVED.asException();
            if (header.context().seq() != seq++) throw SEQUENCE_GAP.asException();
        }
    }

    private static void requireManifest(ItemHeader header, Sealing sealing) {
        var group = header.context().kind() == Kind.IDENTITY ? ItemHeader.ALL_SHARES : sealing.group();
        var same = header.context().epoch() == sealing.epoch()
                && header.manifest().equals(sealing.manifest())
                && header.group() == group;
        if (!same) throw WRONG_MANIFEST.asException();
    }

    private static boolean isInPlace(ItemHeader header, ReportId report, Sealing sealing) {
        var context = header.context();
        return context.tenant().equals(sealing.tenant())
                && context.scope().equals(sealing.channel())
                && context.aggregate().equals(report.value())
                && header.hasAllowedSize();
    }

    /** A message to the reporter has one stanza more than the group has people: the reporter's own. */
    private static boolean isWrapped(ItemHeader header, Sealing sealing) {
        var people = sealing.recipients().size();
        return switch (header.context().kind()) {
            case IDENTITY ->
                header.wrap() == WrapSuite.SHARES
                        && header.n() == sealing.custodians()
                        && header.m() == sealing.needed();
            case MSG_TO_REPORTER -> header.wrap() == WrapSuite.EACH && header.stanzaCount() == people + 1;
            default -> header.wrap() == WrapSuite.EACH && header.stanzaCount() == people;
        };
    }
}
