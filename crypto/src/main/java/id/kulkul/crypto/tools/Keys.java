package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.Enrolment;
import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.keys.SignedManifest;
import id.kulkul.crypto.keys.StaffFile;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogOrigin;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes an organisation's keys, enrols its people and signs its lists of recipients, all on a machine without a
 * network.
 */
final class Keys {
    private static final String USAGE = """
            Usage: keys init DIR
                   keys staff DIR --name NAME --role investigator|custodian|auditor|administrator [--post TITLE]
                   keys restored DIR --origin LINE
                   keys sign DIR [--needed CUSTODIANS] [--bundle FILE] [--rules FILE]""";
    private static final int FAILED = 1;
    private static final int HOUR = 3600;
    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "init", Set.of(),
            "staff", Set.of("--name", "--role", "--post"),
            "restored", Set.of("--origin"),
            "sign", Set.of("--needed", "--bundle", "--rules"));

    private final Path folder;
    private final Map<String, String> options = new HashMap<>();
    private final PrintStream out;

    private Keys(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    static int run(List<String> arguments, PrintStream out) throws IOException {
        var allowed = arguments.size() < 2 ? null : OPTIONS.get(arguments.getFirst());
        if (allowed == null || arguments.size() % 2 != 0) return refused(out, USAGE);
        try {
            var keys = new Keys(Path.of(arguments.get(1)), out);
            for (int i = 2; i < arguments.size(); i += 2) {
                if (!allowed.contains(arguments.get(i))) return refused(out, USAGE);
                keys.options.put(arguments.get(i), arguments.get(i + 1));
            }
            keys.run(arguments.getFirst());
            return 0;
        } catch (FileAlreadyExistsException e) {
            return refused(out, "This file is there already and stays as it is: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return refused(out, String.valueOf(e.getMessage()));
        }
    }

    private static int refused(PrintStream out, String sentence) {
        out.println(sentence);
        return FAILED;
    }

    private void run(String verb) throws IOException {
        switch (verb) {
            case "init" -> init();
            case "staff" -> staff();
            case "restored" -> restored();
            default -> sign();
        }
    }

    private void init() throws IOException {
        var made = KeyFolder.create(folder);
        out.println("root=" + made.root().fingerprint().hex());
        out.println(
                "Write this fingerprint down and publish it: every proof of this organisation is checked against it.");
        out.println("Move " + folder.resolve("root") + " to a medium that stays offline; only \"keys sign\" needs it.");
        out.println("The server needs log/, vault/, staff/, manifests/, policies/, organisation and policy.txt.");
    }

    private void staff() throws IOException {
        String name = need("--name");
        String role = need("--role");
        var enrolment = KeyFolder.open(folder).enrol(name, role, options.getOrDefault("--post", role));
        try (var bundle = enrolment.bundle()) {
            print(enrolment, bundle.signing().verifying().toString());
        }
    }

    private void print(Enrolment enrolment, String key) {
        StaffFile file = enrolment.file();
        out.println("Enrolled " + file.name() + " as " + file.role() + " (" + key + ").");
        out.println("passphrase: " + enrolment.passphrase().text());
        out.println("recovery kit: " + enrolment.recoveryWords());
        out.println("Both are shown this once and are kept nowhere: hand them over on paper, in two envelopes.");
    }

    /**
     * Whoever holds the root confirms a declared loss by naming the origin in which the log goes on, in the next list.
     */
    private void restored() throws IOException {
        LogOrigin origin = origin(need("--origin"));
        KeyFolder.open(folder).restored(origin);
        out.println("policy.txt names " + origin
                + ". Sign the next list with \"keys sign\", and give it with policy.txt to the server:");
        out.println("from then on nobody believes what is signed under an earlier origin of this log.");
    }

    private static LogOrigin origin(String line) {
        try {
            return LogOrigin.parse(line.strip());
        } catch (InvalidEvidence e) {
            throw new IllegalArgumentException("--origin takes the first line of a checkpoint of the log.", e);
        }
    }

    private void sign() throws IOException {
        var keys = KeyFolder.open(folder);
        long custodians = keys.staff().stream()
                .filter(person -> person.role().equals("custodian"))
                .count();
        SignedManifest signed = keys.sign(
                needed(custodians), Instant.now().getEpochSecond() / HOUR, digest("--bundle"), digest("--rules"));
        out.println("epoch=" + signed.manifest().epoch());
        out.println("members=" + signed.manifest().members().size());
        out.println("manifest=" + signed.manifest().digest().hex());
    }

    private int needed(long custodians) {
        String asked = options.getOrDefault("--needed", custodians == 0 ? "0" : "2");
        if (!asked.matches("[0-9]{1,3}")) throw new IllegalArgumentException("--needed takes a number of custodians.");
        int needed = Integer.parseInt(asked);
        boolean shared = needed >= 2 && needed <= custodians;
        if (!shared && (needed != 0 || custodians != 0)) {
            throw new IllegalArgumentException(
                    "Identities are opened by at least 2 of the custodians, and there are " + custodians + ".");
        }
        return needed;
    }

    private Digest digest(String option) throws IOException {
        String file = options.get(option);
        return file == null ? Digest.ZERO : Digest.sha256(Files.readAllBytes(Path.of(file)));
    }

    private String need(String option) {
        String value = options.get(option);
        if (value == null || value.isBlank()) throw new IllegalArgumentException(USAGE);
        return value;
    }
}
