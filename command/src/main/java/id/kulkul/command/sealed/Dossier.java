package id.kulkul.command.sealed;

import static id.kulkul.command.sealed.SealedRefusal.*;

import id.kulkul.command.Acted;
import id.kulkul.command.Rejection;
import id.kulkul.crypto.keys.Manifest;
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
import java.util.function.Function;
import org.axonframework.commandhandling.CommandExecutionException;

/**
 * The sealed items of one case and the people who may read them; whoever lost access, or never had it by the sender's
 * choice, never comes back.
 */
public final class Dossier {
    private final Function<SealedRefusal, Rejection> refusals;
    private final Map<UUID, Kind> items = new HashMap<>();
    private final Map<UUID, Long> next = new HashMap<>();
    private final Set<UUID> readers = new HashSet<>();
    private final Set<UUID> lost = new HashSet<>();
    private boolean chosen;
    private long epoch;

    /** An empty one that refuses with the constants of its kind of case. */
    public Dossier(Function<SealedRefusal, Rejection> refusals) {
        this.refusals = refusals;
    }

    /** Refuses a first act, from nobody, unless every item is sealed as the terms say and stands in its place. */
    public void requireBeginning(UUID aggregate, Sealing sealing, Shape shape, List<ItemHeader> headers) {
        requireFit(aggregate, Acted.NOBODY, sealing, shape, headers);
    }

    /** Begins with those for whom the case was sealed; another group than everybody is one that the sender chose. */
    public void open(Sealing sealing) {
        chosen = sealing.group() != Manifest.EVERYBODY;
    }

    /** Ends somebody's access for good. */
    public void exclude(UUID person) {
        lost.add(person);
        readers.remove(person);
    }

    /** Takes items that were let pass. */
    public void take(UUID sender, Sealing sealing, List<ItemHeader> headers) {
        epoch = sealing.epoch();
        readers.addAll(sealing.recipients());
        headers.forEach(
                header -> items.put(header.context().item(), header.context().kind()));
        next.merge(sender, (long) headers.size(), Long::sum);
    }

    /** Refuses whoever may not read the case. */
    public void requireReader(UUID person) {
        if (!readers.contains(person)) throw refused(NOT_A_RECIPIENT);
    }

    /** Refuses an item that is not here, or that one person does not open alone. */
    public void requireOpenable(UUID item) {
        var kind = items.get(item);
        if (kind == null) throw refused(NO_SUCH_ITEM);
        if (kind == Kind.IDENTITY) throw refused(NEEDS_CUSTODIANS);
    }

    /** Refuses to end an access that is none, or the last one. */
    public void requireExcludable(UUID person) {
        if (!readers.contains(person)) throw refused(ALREADY_EXCLUDED);
        if (readers.equals(Set.of(person))) throw refused(LAST_RECIPIENT);
    }

    /**
     * Refuses unless every item is sealed as the terms say, for nobody who must not read, and carries the sender's next
     * number. Whom the first sender left out the history does not say, so that no newcomer reads a case that was not
     * for everybody.
     */
    public void admit(UUID aggregate, UUID sender, Sealing sealing, Shape shape, List<ItemHeader> headers) {
        var comesBack = !Collections.disjoint(lost, sealing.recipients());
        var comesNew = chosen && !readers.containsAll(sealing.recipients());
        if (comesBack || comesNew) throw refused(EXCLUDED_RECIPIENT);
        requireFit(aggregate, sender, sealing, shape, headers);
    }

    private void requireFit(UUID aggregate, UUID sender, Sealing sealing, Shape shape, List<ItemHeader> headers) {
        if (sealing.recipients().isEmpty()) throw refused(NO_RECIPIENT);
        if (sealing.epoch() < epoch) throw refused(WRONG_MANIFEST);
        if (!shape.fitsAll(headers)) throw refused(BAD_ITEM);
        var seen = new HashSet<UUID>();
        var seq = next.getOrDefault(sender, 0L);
        for (var header : headers) {
            requireManifest(header, sealing);
            if (!isInPlace(header, aggregate, sealing) || !isWrapped(header, sealing)) throw refused(BAD_ITEM);
            var item = header.context().item();
            if (items.containsKey(item) || !seen.add(item)) throw refused(ITEM_ALREADY_RECEIVED);
            if (header.context().seq() != seq++) throw refused(SEQUENCE_GAP);
        }
    }

    private void requireManifest(ItemHeader header, Sealing sealing) {
        var group = header.context().kind() == Kind.IDENTITY ? ItemHeader.ALL_SHARES : sealing.group();
        var same = header.context().epoch() == sealing.epoch()
                && header.manifest().equals(sealing.manifest())
                && header.group() == group;
        if (!same) throw refused(WRONG_MANIFEST);
    }

    private static boolean isInPlace(ItemHeader header, UUID aggregate, Sealing sealing) {
        var context = header.context();
        return context.tenant().equals(sealing.tenant())
                && context.scope().equals(sealing.channel())
                && context.aggregate().equals(aggregate)
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

    private CommandExecutionException refused(SealedRefusal rule) {
        return refusals.apply(rule).asException();
    }
}
