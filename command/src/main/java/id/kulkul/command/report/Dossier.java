package id.kulkul.command.report;

import static id.kulkul.command.report.ReportRejection.*;

import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.WrapSuite;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The sealed items of one report and the people who may read them; whoever lost access, or never had it by the reporter's choice, never comes back. */
final class Dossier {
    private final Map<UUID, Kind> items = new HashMap<>();
    private final Map<UUID, Long> next = new HashMap<>();
    private final Set<UUID> readers = new HashSet<>();
    private final Set<UUID> lost = new HashSet<>();
    private boolean chosen;
    private long epoch;

    /** Refuses a submission unless every item is sealed as the terms say and stands in its place. */
    static void receive(ReportId report, Sealing sealing, List<ItemHeader> headers) {
        new Dossier().requireFit(report, Hex16.ZERO, sealing, Shape.SUBMISSION, headers);
    }

    /** Begins with those for whom the report was sealed; another group than everybody is one that the reporter chose. */
    void open(Sealing sealing) {
        chosen = sealing.group() != Manifest.EVERYBODY;
    }

    void exclude(UUID person) {
        lost.add(person);
        readers.remove(person);
    }

    /** Takes items that were let pass. */
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
        if (!readers.contains(person)) throw ALREADY_EXCLUDED.asException();
        if (readers.equals(Set.of(person))) throw LAST_RECIPIENT.asException();
    }

    /**
     * Refuses unless every item is sealed as the terms say, for nobody who must not read, and carries the sender's next number. Whom the
     * reporter left out the history does not say, so that no newcomer reads a report that was not for everybody.
     */
    void admit(ReportId report, UUID sender, Sealing sealing, Shape shape, List<ItemHeader> headers) {
        var comesBack = !Collections.disjoint(lost, sealing.recipients());
        var comesNew = chosen && !readers.containsAll(sealing.recipients());
        if (comesBack || comesNew) throw EXCLUDED_RECIPIENT.asException();
        requireFit(report, sender, sealing, shape, headers);
    }

    private void requireFit(ReportId report, UUID sender, Sealing sealing, Shape shape, List<ItemHeader> headers) {
        if (sealing.recipients().isEmpty()) throw NO_RECIPIENT.asException();
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
