package id.kulkul.web.staff;

import id.kulkul.command.policy.Length;
import id.kulkul.command.policy.Policies;
import id.kulkul.command.report.ReportAct;
import id.kulkul.command.report.ReportRules;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.vault.Reporter;
import id.kulkul.query.casework.ItemRow;
import id.kulkul.query.casework.StepRow;
import id.kulkul.query.casework.Who;
import id.kulkul.query.report.CaseRow;
import id.kulkul.query.report.FloodRow;
import id.kulkul.web.channel.Looked;
import id.kulkul.web.clock.ClockLine;
import id.kulkul.web.page.Moments;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One case in the words of a language, as its page shows it; who looked is the list that the reporter sees. */
public record CasePage(
        String report,
        String number,
        String category,
        String stage,
        String received,
        Origin origin,
        List<String> readers,
        List<String> excluded,
        List<ClockLine> clocks,
        List<Item> items,
        List<Decision> decisions,
        List<Act> actions,
        List<Looked.Line> openings,
        int older) {
    /**
     * One sealed item; {@code src} is where its ciphertext is delivered, and every delivery is recorded.
     *
     * @param writer the person of the office who is said to have written it; null where the reporter did
     */
    public record Item(
            String id, String kind, @Nullable String writer, String from, String hour, String digest, String src) {}

    /**
     * What was decided.
     *
     * @param event the stored name of its event
     * @param code the coded choice; empty if it has none
     * @param note the item with the text that explains it; null if there is none
     */
    public record Decision(
            String event,
            String code,
            String post,
            String hour,
            @Nullable String note) {}

    /**
     * A lawful act; {@code sealed} if it carries a message to the reporter, {@code codes} the choices it needs.
     *
     * @param noted whether a sealed text to colleagues may explain it
     * @param needsNote whether it is nothing without that text
     * @param end whether nobody can take it back
     * @param gives how much time it gives somebody else, for the message of its hint; null where it gives none
     */
    public record Act(
            String name,
            boolean sealed,
            boolean noted,
            boolean needsNote,
            boolean end,
            List<String> codes,
            @Nullable Length gives) {}

    /** By whom it was set aside, if it is off the desk for that. */
    public record Aside(String flood, String proposer, String second) {
        static Optional<Aside> of(FloodRow row) {
            return Optional.ofNullable(row.confirmed())
                    .map(second -> new Aside(
                            row.flood().toString(),
                            row.proposed().by().post(),
                            second.by().post()));
        }
    }

    /** What the browser needs to seal an answer. */
    public record Seal(
            String scope,
            String reporterSealingKey,
            String reporterSigningKey,
            String manifestDigest,
            long epoch,
            int group,
            String lost,
            long nextSeq,
            String prev,
            String seen) {}

    static CasePage of(CaseRow row, Locale language, String reporterName) {
        Looked looked = Looked.at(row.openings());
        List<Item> items = row.items().stream()
                .map(item -> item(row, item, language, reporterName))
                .toList();
        return new CasePage(
                row.report().toString(),
                row.number(),
                row.category(),
                row.stage().name(),
                Moments.hour(row.items().getFirst().hour(), language),
                row.items().getFirst().header().origin(),
                row.recipients().stream().map(Who::post).toList(),
                row.excluded().stream().map(Who::post).toList(),
                row.clocks().stream()
                        .map(clock -> ClockLine.of(clock, language))
                        .toList(),
                items,
                row.decisions().stream().map(step -> decision(step, language)).toList(),
                offered(row).stream().map(act -> act(act, row.rules())).toList(),
                looked.lines(language),
                looked.older());
    }

    /** What the office did last; null where it has done nothing. */
    static @Nullable Decision latest(CaseRow row, Locale language) {
        return row.steps().stream()
                .filter(step -> !step.by().post().isEmpty())
                .reduce((older, newer) -> newer)
                .map(step -> decision(step, language))
                .orElse(null);
    }

    /** The findings that wait for a second person; null if there are none. */
    public @Nullable Decision getDrafted() {
        return decisions.stream()
                .filter(decision -> decision.event().equals("findings-drafted"))
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    /** What the page offers, the one next act first. */
    static List<ReportAct> offered(CaseRow row) {
        return Stream.concat(row.next().act().stream(), row.others().stream())
                .filter(ReportAct::isOffered)
                .distinct()
                .toList();
    }

    private static Item item(CaseRow row, ItemRow item, Locale language, String reporterName) {
        String id = Hex16.of(item.item());
        return new Item(
                id,
                item.kind().name(),
                item.fromReporter() ? null : Hex16.of(item.by().person()),
                item.fromReporter() ? reporterName : item.by().post(),
                Moments.hour(item.hour(), language),
                item.header().digest().hex(),
                "/kerja/kasus/" + row.report() + "/isi/" + id);
    }

    private static Decision decision(StepRow step, Locale language) {
        UUID note = step.note();
        return new Decision(
                step.event(),
                step.code(),
                step.by().post(),
                Moments.hour(step.hour(), language),
                note == null ? null : Hex16.of(note));
    }

    private static Act act(ReportAct act, String version) {
        Length gives = Policies.rules(version)
                .flatMap(rules -> ReportRules.gives(rules, act))
                .orElse(null);
        return new Act(act.name(), act.isSealed(), act.takesNote(), act.needsNote(), act.isFinal(), act.codes(), gives);
    }

    static Seal seal(CaseRow row, Reporter reporter) {
        return new Seal(
                Hex16.of(row.sealing().channel()),
                HexFormat.of().formatHex(reporter.sealing().bytes()),
                HexFormat.of().formatHex(reporter.signing().bytes()),
                row.sealing().manifest().hex(),
                row.sealing().epoch(),
                row.sealing().group(),
                row.lost().stream().map(Hex16::of).collect(Collectors.joining(",")),
                row.nextSeq(),
                hex(row.lastOwnItem()),
                hex(row.lastReporterItem()));
    }

    private static String hex(@Nullable Digest digest) {
        return (digest == null ? Digest.ZERO : digest).hex();
    }
}
