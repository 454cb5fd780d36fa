package id.kulkul.web.flood;

import id.kulkul.command.flood.FloodCommand.ProposeSettingAside;
import id.kulkul.command.flood.FloodId;
import id.kulkul.command.flood.FloodRejection;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.report.Untouched;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.bus.Rejected;
import id.kulkul.web.channel.ServerKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns the reports that one person chose into proposals, each of reports that the same people may read. */
@Component
class Proposing {
    /** So many reports are proposed in one act. */
    static final int MOST = 10_000;

    /**
     * What came of it.
     *
     * @param floods the proposals, also those that the same form had made before
     * @param left how many of the chosen reports are in none of them
     * @param refused why, where nothing was proposed
     */
    record Outcome(List<FloodId> floods, int left, FloodRejection refused) {}

    private final Acts acts;
    private final Known known;
    private final ServerKeys keys;

    Proposing(Acts acts, Known known, ServerKeys keys) {
        this.acts = acts;
        this.known = known;
        this.keys = keys;
    }

    /**
     * Proposes to set aside what was chosen, as far as nobody has proposed it.
     *
     * @param nonce of the form: sent twice, it proposes once
     */
    Outcome propose(UUID person, UUID nonce, List<Untouched.Card> chosen) {
        Map<List<UUID>, List<Untouched.Card>> groups = byReaders(chosen);
        boolean alone = !groups.isEmpty() && groups.keySet().stream().allMatch(readers -> readers.size() < 2);
        List<Made> made = new ArrayList<>();
        groups.forEach((readers, cards) -> {
            if (readers.size() > 1)
                propose(person, nonce, readers, reports(cards)).ifPresent(made::add);
        });
        return outcome(made, chosen.size(), alone);
    }

    /** One proposal that was made, and how many reports are in it. */
    private record Made(FloodId flood, int reports) {}

    private static Outcome outcome(List<Made> made, int chosen, boolean alone) {
        int proposed = made.stream().mapToInt(Made::reports).sum();
        return new Outcome(
                made.stream().map(Made::flood).toList(),
                Math.max(0, chosen - proposed),
                alone ? FloodRejection.NO_SECOND_READER : FloodRejection.NO_REPORT);
    }

    private static Map<List<UUID>, List<Untouched.Card>> byReaders(List<Untouched.Card> chosen) {
        Map<List<UUID>, List<Untouched.Card>> groups = new LinkedHashMap<>();
        for (Untouched.Card card : chosen) {
            List<UUID> readers = card.readers().stream().sorted(Hex16.ASCENDING).toList();
            groups.computeIfAbsent(readers, any -> new ArrayList<>()).add(card);
        }
        return groups;
    }

    private static List<UUID> reports(List<Untouched.Card> cards) {
        return cards.stream()
                .filter(card -> !card.proposed())
                .limit(MOST)
                .map(card -> card.card().id())
                .toList();
    }

    /** Where the same form has made this proposal before, its reports wait in it already, and it is that one. */
    private Optional<Made> propose(UUID person, UUID nonce, List<UUID> readers, List<UUID> reports) {
        FloodId flood = FloodId.of(keys.tenant(), nonce, readers);
        Optional<Made> before = known.maybe(person, flood, 1)
                .map(page -> new Made(flood, page.flood().reports()));
        if (before.isPresent() || reports.isEmpty()) return before;
        try {
            acts.await(new ProposeSettingAside(flood, person, reports, readers), person);
        } catch (Rejected refused) {
            if (refused.rejection() != FloodRejection.ALREADY_PROPOSED) throw refused;
        }
        return Optional.of(new Made(flood, reports.size()));
    }
}
