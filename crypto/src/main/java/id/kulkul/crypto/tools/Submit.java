package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.seal.TooLong;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Sends a report that was sealed on this machine, by code that the server did not deliver: for those who cannot trust
 * its pages. It seals only for a list that the root of the given fingerprint signed; the text is read from a file or
 * from the standard input, never from the arguments.
 */
final class Submit {
    private static final String USAGE = """
            Usage: submit URL --root HEX --category CODE [--text FILE] [--attach FILE]... [--exclude PERSON|head]...
                          [--identity FILE] [--checkpoint FILE] [--restored ORIGIN]
                   submit URL --root HEX --readers
            Without --text the text is read from the standard input; text and identity are UTF-8. --root is the fingerprint that the
            organisation publishes.
            --identity is a file with your name on its first line and a contact on the second: arguments can be seen by others.
            --checkpoint is a checkpoint of the open log that you kept: a history that does not continue it is refused.
            --restored is the origin in which the open log goes on after a declared loss, once you have read that there was one.
            The words of the receipt are Indonesian, and English where the terminal's language is.
            It ends with 0 if the report was received and the log promised to hold it; with 1 if it was not, and the sentence says what
            was sent; with 2 if it was received, but the promise is not of this time; with 3 if that cannot be told; with 64 after this
            text.""";
    private static final Set<String> OPTIONS = Set.of(
            "--root", "--category", "--text", "--attach", "--exclude", "--identity", "--checkpoint", "--restored");
    private static final int MISUSED = 64;
    private static final int FAILED = 1;

    private final Map<String, List<String>> options = new HashMap<>();
    private final PrintStream out;
    private final InstantSource clock;

    private Submit(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    static int run(List<String> arguments, PrintStream out) {
        return run(arguments, out, InstantSource.system());
    }

    static int run(List<String> arguments, PrintStream out, InstantSource clock) {
        Submit submit = new Submit(out, clock);
        if (!submit.understood(arguments)) {
            out.println(USAGE);
            return MISUSED;
        }
        try (Site site = new Site(arguments.getFirst())) {
            return submit.run(site);
        } catch (InvalidEvidence refused) {
            return submit.failed("REFUSED " + refused.reason() + ": "
                    + (refused.reason().equals(KeptCheckpoint.LOST)
                            ? KeptCheckpoint.SENTENCE
                            : VouchedList.sentence(refused.reason()))
                    + "nothing was sent. Tell another institution.");
        } catch (Untimely refused) {
            return submit.failed(
                    "REFUSED " + refused.reason() + ": " + refused.sentence() + ": nothing was sent. Set the clock if"
                            + " it is wrong; if it is right, somebody shows what is old, so tell another institution.");
        } catch (Unfit argument) {
            return submit.failed(argument.getMessage() + " Nothing was sent.");
        } catch (IOException unanswered) {
            return submit.failed(Sentences.of(unanswered).replaceFirst("\\.$", "") + ": nothing was sent.");
        }
    }

    private int failed(String sentence) {
        out.println(sentence);
        return FAILED;
    }

    private boolean understood(List<String> arguments) {
        for (int i = 1; i < arguments.size(); i++) {
            String option = arguments.get(i);
            if (option.equals("--readers")) options.put(option, List.of());
            else if (!OPTIONS.contains(option) || ++i == arguments.size()) return false;
            else options.computeIfAbsent(option, none -> new ArrayList<>()).add(arguments.get(i));
        }
        boolean enough = options.containsKey("--category") || options.containsKey("--readers");
        return !arguments.isEmpty() && options.containsKey("--root") && enough;
    }

    private int run(Site site) throws IOException, InvalidEvidence, Untimely, Unfit {
        Digest root = root(one("--root"));
        KeptCheckpoint kept = KeptCheckpoint.of(one("--checkpoint"));
        if (options.containsKey("--readers")) {
            VouchedList list = inForce(site, root, kept);
            readers(site, list).print(out);
            return 0;
        }
        List<String> files = options.getOrDefault("--attach", List.of());
        OwnWords words = OwnWords.of(one("--text"), System.in, files, one("--identity"));
        site.get("lapor/terima"); // refuses, with the server's reason, before anything is sealed or printed
        return submit(site, inForce(site, root, kept), words);
    }

    private VouchedList inForce(Site site, Digest root, KeptCheckpoint kept)
            throws IOException, InvalidEvidence, Untimely, Unfit {
        try {
            VouchedList list = VouchedList.inForce(site.get("lapor/manifes"), root);
            new Recency(clock.instant())
                    .requireList(list.provenAt(), list.manifest().validFromHour());
            told(list.unconfirmed());
            kept.requireContinued(list.proof().checkpoint().checkpoint(), site);
            return list;
        } catch (IllegalArgumentException odd) {
            throw site.notOurs();
        }
    }

    /** Nobody is moved to another log unread: before a report is sent, its origin is named by the reporter. */
    private void told(Optional<LogOrigin> shown) throws Unfit {
        if (shown.isEmpty()) return;
        String sentence = DeclaredLoss.unconfirmed(shown.get());
        boolean goesOn = options.containsKey("--readers")
                || one("--restored").equals(shown.get().text());
        if (!goesOn)
            throw new Unfit(sentence + " Whoever wants to send nevertheless adds --restored " + shown.get() + ".");
        out.println(sentence);
    }

    private static Readers readers(Site site, VouchedList list) throws IOException, InvalidEvidence {
        try {
            return new Readers(list, site.get("lapor/pembaca"));
        } catch (IllegalArgumentException odd) {
            throw site.notOurs();
        }
    }

    private int submit(Site site, VouchedList list, OwnWords words) throws Unfit, IOException {
        Set<String> excluded = new LinkedHashSet<>(options.getOrDefault("--exclude", List.of()));
        OptionalInt group = group(list, excluded);
        if (group.isEmpty())
            return failed(
                    "REFUSED no-reader-left: nothing was sent. Nobody may read it then, and no outside recipient is registered.");
        try (Receipt receipt = Receipt.random();
                ReceiptKeys keys = receipt.keys()) {
            OwnReport report = new OwnReport(list.manifest(), group.getAsInt(), keys);
            report.seal(one("--category"), words.text(), words.files(), words.who());
            String message = report.message(one("--category"), excluded);
            return new Delivery(site, list, clock, out, language(Locale.getDefault())).send(report, message, receipt);
        } catch (TooLong e) {
            throw new Unfit("The text, a file or the identity is longer than a report can hold.");
        }
    }

    private static OptionalInt group(VouchedList list, Set<String> excluded) throws Unfit {
        try {
            return list.manifest().groupWithout(excluded);
        } catch (IllegalArgumentException e) {
            throw new Unfit("--exclude takes a person as --readers names them, 32 hex digits, or head.");
        }
    }

    private static Digest root(String hex) throws Unfit {
        try {
            return Digest.parse(hex);
        } catch (IllegalArgumentException e) {
            throw new Unfit("--root takes the 64 hex digits of the root's fingerprint.");
        }
    }

    /**
     * The language of the receipt's words: English where the terminal names it. One that names none is English to Java,
     * of no country.
     */
    static Locale language(Locale terminal) {
        return terminal.getCountry().isEmpty() ? Locale.of("id") : terminal;
    }

    private String one(String option) {
        return options.getOrDefault(option, List.of("")).getLast();
    }
}
