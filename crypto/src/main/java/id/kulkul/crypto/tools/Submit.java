package id.kulkul.crypto.tools;

import id.kulkul.crypto.log.Checkpoint;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogLeaf;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.MerkleProofs;
import id.kulkul.crypto.log.Promise;
import id.kulkul.crypto.log.SignedCheckpoint;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.seal.Digest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Sends a report that was sealed on this machine, by code that the server did not deliver: for those who cannot trust its pages.
 * It seals only for a list that the root of the given fingerprint signed; the text is read from a file or from the standard input, never from the arguments.
 */
final class Submit {
    private static final String USAGE = """
            Usage: submit URL --root HEX --category CODE [--text FILE] [--attach FILE]... [--exclude PERSON|head]...
                          [--identity FILE] [--checkpoint FILE]
                   submit URL --root HEX --readers
            Without --text the text is read from the standard input. --root is the fingerprint that the organisation publishes.
            --identity is a file with your name on its first line and a contact on the second: arguments can be seen by others.
            --checkpoint is a checkpoint of the open log that you kept: a history that does not continue it is refused.""";
    private static final Set<String> OPTIONS =
            Set.of("--root", "--category", "--text", "--attach", "--exclude", "--identity", "--checkpoint");
    private static final int MISUSED = 64;
    private static final int FAILED = 1;
    private static final int UNCERTAIN = 3;
    private static final int MOST_FILES = 4;
    private static final int SUBMITTED = 20;

    private final Map<String, List<String>> options = new HashMap<>();
    private final PrintStream out;

    private Submit(PrintStream out) {
        this.out = out;
    }

    static int run(List<String> arguments, PrintStream out) throws IOException {
        Submit submit = new Submit(out);
        if (!submit.understood(arguments)) {
            out.println(USAGE);
            return MISUSED;
        }
        try (Site site = new Site(arguments.getFirst())) {
            return submit.run(site);
        } catch (InvalidEvidence refused) {
            out.println("REFUSED " + refused.reason() + ": nothing was sent. Tell another institution.");
            return FAILED;
        } catch (IllegalArgumentException odd) {
            out.println("The server's answer or an argument cannot be used: " + odd.getMessage());
            return FAILED;
        }
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

    private int run(Site site) throws IOException, InvalidEvidence {
        Json answer = site.get(options.containsKey("--readers") ? "lapor/manifes" : "lapor/manifes?untuk=laporan");
        VouchedList list = VouchedList.inForce(answer, Digest.parse(one("--root", "")));
        requireContinued(list, site);
        if (options.containsKey("--readers")) {
            new Readers(list, site.get("lapor/pembaca")).print(out);
            return 0;
        }
        Set<String> excluded = new LinkedHashSet<>(options.getOrDefault("--exclude", List.of()));
        OptionalInt group = list.manifest().groupWithout(excluded);
        if (group.isEmpty()) {
            out.println("REFUSED no-reader-left: nobody may read it then, and no outside recipient is registered.");
            return FAILED;
        }
        try (Receipt receipt = Receipt.random();
                ReceiptKeys keys = receipt.keys()) {
            return send(site, list, new OwnReport(list.manifest(), group.getAsInt(), keys), excluded, receipt);
        }
    }

    /** Only a log that begins with the one that was kept is its continuation. */
    private void requireContinued(VouchedList list, Site site) throws IOException, InvalidEvidence {
        String file = one("--checkpoint", "");
        if (file.isEmpty()) return;
        Checkpoint kept =
                SignedCheckpoint.parse(Files.readString(Path.of(file))).checkpoint();
        Checkpoint shown = list.proof().checkpoint().checkpoint();
        if (!kept.origin().equals(shown.origin())) throw new InvalidEvidence("other-log");
        if (shown.size() < kept.size()) throw new InvalidEvidence("older-than-kept");
        Json proof = site.get("log/" + LogName.OPEN.text() + "/konsistensi/" + kept.size() + "/" + shown.size());
        List<Digest> path = proof.at("path").list().stream()
                .map(hash -> Digest.parse(hash.text()))
                .toList();
        if (!MerkleProofs.consistent(kept.size(), kept.root(), shown.size(), shown.root(), path))
            throw new InvalidEvidence("other-log");
    }

    private int send(Site site, VouchedList list, OwnReport report, Set<String> excluded, Receipt receipt)
            throws IOException {
        String category = one("--category", "");
        String identity = one("--identity", "");
        report.seal(category, text(), files(), identity.isEmpty() ? Identity.NONE : Identity.of(Path.of(identity)));
        for (Map.Entry<Digest, byte[]> file : report.files().entrySet())
            site.put("lapor/berkas/" + file.getKey().hex(), file.getValue());
        print(receipt);
        try {
            return acknowledged(site.post("lapor/tersegel", report.message(category, excluded)), list, report);
        } catch (Site.Refused refused) {
            out.println("NOT RECEIVED (" + refused.getMessage() + "): the receipt above opens nothing.");
            return FAILED;
        } catch (IOException | IllegalArgumentException lost) {
            uncertain(lost);
            return UNCERTAIN;
        }
    }

    /** Before anything can be received: whoever loses the answer must not lose the receipt of a report that stands. */
    private void print(Receipt receipt) {
        out.println("digits: " + receipt.digits());
        out.println("words: " + receipt.words());
        out.println("greeting: " + receipt.greeting());
        out.println("NOT ACKNOWLEDGED YET: note this receipt down; the report is being sent.");
        out.flush();
    }

    private void uncertain(Exception lost) {
        String why = Objects.requireNonNullElse(lost.getMessage(), "the connection ended");
        out.println("NOT ACKNOWLEDGED (" + why + "): it may have been received.");
        out.println(
                "Look into the mailbox (/kotak) with the receipt above in an hour: where it shows the state of a report,");
        out.println("this one was received. Where it stays empty, send it again; that makes a new receipt.");
    }

    /** The report has arrived either way; a promise that does not hold is said aloud. */
    private int acknowledged(Json answer, VouchedList list, OwnReport report) {
        try {
            LogLeaf leaf = LogLeaf.decoded(answer.at("leaf").base64());
            Promise promise = Promise.decoded(answer.at("promise").base64());
            list.verify(promise);
            boolean ours = leaf.aggregate().equals(report.id())
                    && leaf.subject().equals(report.subject())
                    && leaf.eventType() == SUBMITTED
                    && leaf.hash().equals(promise.leafHash());
            if (!ours) throw new InvalidEvidence("other-leaf");
            out.println("promise: " + answer.at("promise").text());
            out.println("ACKNOWLEDGED hourDue=" + promise.hourDue());
            return 0;
        } catch (InvalidEvidence broken) {
            out.println(
                    "ACKNOWLEDGED without a valid promise (" + broken.reason() + "): check the proof in your mailbox.");
            return 2;
        }
    }

    private List<Path> files() {
        List<String> files = options.getOrDefault("--attach", List.of());
        if (files.size() > MOST_FILES) throw new IllegalArgumentException("at most " + MOST_FILES + " files are taken");
        return files.stream().map(Path::of).toList();
    }

    private String text() throws IOException {
        String file = one("--text", "");
        String text = file.isEmpty()
                ? new String(System.in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                : Files.readString(Path.of(file));
        if (text.isBlank()) throw new IllegalArgumentException("the report has no text");
        return text.strip();
    }

    private String one(String option, String otherwise) {
        return options.getOrDefault(option, List.of(otherwise)).getLast();
    }
}
