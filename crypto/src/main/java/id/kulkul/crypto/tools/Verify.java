package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.CaseSpan;
import id.kulkul.crypto.log.Checkpoint;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.HistoryCheck;
import id.kulkul.crypto.log.Origins;
import id.kulkul.crypto.log.Verdict;
import id.kulkul.crypto.log.Witnessed;
import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The verifier of exported histories: what it believes comes from its arguments, never from the export.
 *
 * <p>Conversions of a whole file are undone before anything is compared, and a fault that is found then is INVALID as
 * ever: nobody makes a changed history into a merely converted one. What cannot be read as an export at all, or stops
 * within a line, cannot be judged; it ends with 2 and never with a VALID.
 */
public final class Verify {

    private static final String USAGE = """
            Usage: verify EXPORT [--root HEX --policy FILE] [--checkpoint FILE]...
            --root and --policy are what the organisation published and you kept. --checkpoint is anything else that you kept:
            a checkpoint, a receipt, an earlier export of the whole log or of a case.
            It ends with 0 if the history is valid, anchored, witnessed to its end where the policy asks for that, and agrees with
            everything that was given, and a case was compared with a whole log; with 1 if it is INVALID; with 2 if that cannot be
            told, which is never "valid": there is no anchor, nothing to compare a case with, an origin that a declared loss closed
            or that the policy does not name, a loss that took what was given, leaves that came after the last cosignatures, or a
            file that is missing, converted or none of ours; with 64 after this text.""";
    private static final int INVALID = 1;
    private static final int UNDECIDED = 2;
    private static final int MISUSED = 64;

    private final EventTypes types;
    private final PrintStream out;
    private final PrintStream err;

    private Verify(EventTypes types, PrintStream out, PrintStream err) {
        this.types = types;
        this.out = out;
        this.err = err;
    }

    /**
     * Verifies and prints the verdict.
     *
     * @return 0 valid, anchored, witnessed and in agreement with everything that was given, of a case with a whole log;
     *     1 invalid; 2 where it cannot tell, with a sentence that says why; 64 for wrong arguments
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return run(EventTypes.standard(), arguments, out, err);
    }

    /** The same with another table of stored names and numbers. */
    public static int run(EventTypes types, List<String> arguments, PrintStream out, PrintStream err) {
        try {
            return new Verify(types, out, err).verified(new Given(types, arguments));
        } catch (Given.Misused e) {
            err.println(USAGE);
            return MISUSED;
        } catch (Given.Unusable e) {
            err.println(e.getMessage());
            return UNDECIDED;
        }
    }

    private int verified(Given given) throws Given.Unusable {
        HistoryCheck check =
                new HistoryCheck(types, given.anchor(), given.pins(), PayloadItems::of, (index, leaf) -> {});
        try (Received file = Given.open(given.export());
                ExportFile lines = new ExportFile(file.bytes())) {
            Verdict verdict = check.check(lines);
            if (lines.foreign().isPresent()) {
                return undecided(
                        "not-an-export", given.export() + " " + lines.foreign().get() + ".");
            }
            print(verdict);
            if (lines.isCut()) {
                return undecided(
                        "cut",
                        given.export()
                                + " stops within a line: it was cut on its way. Everything before agrees; take it again.");
            }
            Set<Conversion> conversions = EnumSet.noneOf(Conversion.class);
            conversions.addAll(file.conversions());
            conversions.addAll(lines.conversions());
            return concluded(verdict, given, conversions);
        } catch (IOException e) {
            throw new Given.Unusable(Sentences.of(given.export(), e));
        }
    }

    private void print(Verdict verdict) {
        out.println("anchor=" + (verdict.anchored() ? "policy" : "none"));
        Witnessed witnessed = verdict.witnessed();
        out.println("witnesses=" + witnessed.cosigners() + "/" + witnessed.known());
        if (witnessed.newest() != null)
            out.println("witnessed=" + witnessed.newest().size());
        out.println("checkpoints=" + verdict.checkpoints());
        verdict.span()
                .ifPresent(span -> out.println("case=" + Hex16.of(span.aggregate()) + " events=0.." + span.last()));
        verdict.origins().restored().forEach(restored -> out.println(DeclaredLoss.line(restored)));
    }

    private int concluded(Verdict verdict, Given given, Set<Conversion> conversions) {
        if (verdict.isCut()) return uncovered(verdict, given);
        if (!verdict.isValid()) return invalid(verdict);
        given.converted().forEach(err::println);
        for (String pin : verdict.uncompared()) err.println(uncompared(pin, verdict.size()));
        verdict.span().ifPresent(span -> reach(span, verdict.size()));
        unwitnessed(verdict);
        losses(verdict.origins());
        if (!verdict.anchored()) {
            err.println("Valid relative to this file only: without --root and --policy a complete history that was"
                    + " signed again with invented keys cannot be told from the true one.");
        }
        if (!conversions.isEmpty()) return undecided("converted", Given.sentence(given.export(), conversions));
        out.println("VALID size=" + verdict.size() + " root=" + verdict.root().hex());
        return verdict.isComplete() && given.converted().isEmpty() ? 0 : UNDECIDED;
    }

    /** A cosigner saw one tree; a log may have told two people two stories of what came after. */
    private void unwitnessed(Verdict verdict) {
        Checkpoint newest = verdict.witnessed().newest();
        if (newest == null || verdict.witnessed().isComplete()) return;
        err.println("Witnesses cosigned " + newest.origin() + " at " + newest.size()
                + " leaves, and nothing after that of the " + verdict.size()
                + " here: others may have been shown something else. Take an export when they have cosigned more.");
    }

    private void losses(Origins origins) {
        origins.restored().forEach(restored -> err.println(DeclaredLoss.sentence(restored)));
        origins.untold().ifPresent(later -> err.println(DeclaredLoss.untold(later)));
        origins.aside().forEach(aside -> err.println(DeclaredLoss.sentence(aside)));
        origins.closing().forEach(later -> err.println(DeclaredLoss.closing(later)));
        if (!DeclaredLoss.standing(origins).isEmpty()) err.println(DeclaredLoss.standing(origins));
    }

    private int invalid(Verdict verdict) {
        String index = verdict.index() == Verdict.NO_INDEX ? "" : " index=" + verdict.index();
        String to = verdict.last() > verdict.index() ? " to=" + verdict.last() : "";
        out.println("INVALID" + index + " reason=" + verdict.reason().orElseThrow() + to);
        return INVALID;
    }

    /** No export of ours ends so, and a download that broke off at the end of a line does. */
    private int uncovered(Verdict verdict, Given given) {
        return undecided(
                "cut",
                given.export() + " ends before the checkpoint that covers event " + verdict.index()
                        + ": it was cut on its way, or events were put behind its end. Everything before agrees; take it again.");
    }

    private int undecided(String reason, String sentence) {
        err.println(sentence);
        out.println("UNDECIDED reason=" + reason);
        return UNDECIDED;
    }

    /** An export of a case shows what came first; whatever may have come last needs a whole log. */
    private void reach(CaseSpan span, long size) {
        if (!span.compared()) {
            err.println("This shows the events 0 to " + span.last() + " of the case, and never that nothing came after "
                    + span.last() + ": compare it with an export of the whole log of " + size
                    + " leaves or more (--checkpoint).");
        }
        span.later()
                .forEach((pin, index) -> err.println(
                        pin + " has a later event of this case, at index " + index + ": take a newer export of it."));
    }

    private static String uncompared(String pin, long size) {
        return pin + " could not be compared in full: the export of one case shows its log at " + size
                + " leaves only. Compare it with an export of the whole log.";
    }
}
