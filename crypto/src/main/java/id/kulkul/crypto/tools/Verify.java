package id.kulkul.crypto.tools;

import id.kulkul.crypto.log.Anchor;
import id.kulkul.crypto.log.HistoryCheck;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.Pins;
import id.kulkul.crypto.log.SignedCheckpoint;
import id.kulkul.crypto.log.TlogProof;
import id.kulkul.crypto.log.TrustPolicy;
import id.kulkul.crypto.log.Verdict;
import id.kulkul.crypto.seal.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The verifier of exported histories: what it believes comes from its arguments, never from the export. */
public final class Verify {

    private static final String USAGE = "Usage: verify EXPORT [--root HEX --policy FILE] [--checkpoint FILE]...";

    private final Pins pins = new Pins();
    private Optional<Path> export = Optional.empty();
    private Optional<Digest> root = Optional.empty();
    private Optional<TrustPolicy> policy = Optional.empty();

    private Verify() {}

    /** Says in one sentence what is wrong with an argument. */
    private static final class BadArgument extends Exception {
        BadArgument(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /**
     * Verifies and prints the verdict.
     *
     * @return 0 valid, anchored and in agreement with everything that was given; 2 valid as far as the file shows, but
     *     without an anchor, or with something given that it cannot be compared with; 1 invalid or unusable
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            Verify verify = new Verify();
            verify.read(arguments);
            return print(verify.verdict(), out, err);
        } catch (BadArgument e) {
            err.println(e.getMessage());
            return 1;
        } catch (InvalidPathException e) {
            err.println("No file can have this name.");
            return 1;
        } catch (IOException e) {
            err.println("The export cannot be read.");
            return 1;
        }
    }

    private void read(List<String> arguments) throws BadArgument {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                if (export.isPresent()) throw new BadArgument(USAGE);
                export = Optional.of(Path.of(argument));
                continue;
            }
            if (++i == arguments.size()) throw new BadArgument(USAGE);
            option(argument, arguments.get(i));
        }
        if (export.isEmpty()) throw new BadArgument(USAGE);
        if (root.isPresent() != policy.isPresent()) throw new BadArgument("--root and --policy belong together.");
    }

    private void option(String name, String value) throws BadArgument {
        switch (name) {
            case "--root" -> root = Optional.of(fingerprint(value));
            case "--policy" -> policy = Optional.of(policy(value));
            case "--checkpoint" -> pin(value);
            default -> throw new BadArgument(USAGE);
        }
    }

    private static Digest fingerprint(String hex) throws BadArgument {
        try {
            return Digest.parse(hex);
        } catch (IllegalArgumentException e) {
            throw new BadArgument("--root takes the 64 hex digits of the root's fingerprint.");
        }
    }

    private static TrustPolicy policy(String file) throws BadArgument {
        try {
            return TrustPolicy.parse(text(file));
        } catch (InvalidEvidence e) {
            throw new BadArgument(file + " is not a policy file.");
        }
    }

    private void pin(String file) throws BadArgument {
        try {
            if (isExport(file)) {
                try (ExportFile lines = new ExportFile(Files.newInputStream(Path.of(file)))) {
                    pins.add(file, lines, PayloadItems::of);
                }
                return;
            }
            String text = text(file);
            if (TlogProof.isOne(text)) {
                // a mailbox fills its answers up with line feeds
                pins.add(file, TlogProof.parse(text.stripTrailing() + "\n"));
            } else {
                pins.add(file, SignedCheckpoint.parse(text));
            }
        } catch (InvalidEvidence e) {
            throw new BadArgument(file + " is neither a checkpoint nor a receipt nor a valid export.");
        } catch (IOException e) {
            throw new BadArgument(file + " cannot be read.");
        }
    }

    private static boolean isExport(String file) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return in.read() == '{';
        }
    }

    private static String text(String file) throws BadArgument {
        try {
            byte[] bytes = Files.readAllBytes(Path.of(file));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadArgument(file + " is not a text.");
        } catch (IOException e) {
            throw new BadArgument(file + " cannot be read.");
        }
    }

    private Verdict verdict() throws IOException {
        Optional<Anchor> anchor = root.flatMap(fingerprint -> policy.map(trusted -> new Anchor(fingerprint, trusted)));
        HistoryCheck check = new HistoryCheck(anchor, pins, PayloadItems::of, (index, leaf) -> {});
        try (ExportFile lines = new ExportFile(Files.newInputStream(export.orElseThrow()))) {
            return check.check(lines);
        }
    }

    private static int print(Verdict verdict, PrintStream out, PrintStream err) {
        out.println("anchor=" + (verdict.anchored() ? "policy" : "none"));
        out.println("witnesses=" + verdict.cosigners() + "/" + verdict.witnesses());
        out.println("checkpoints=" + verdict.checkpoints());
        if (!verdict.isValid()) {
            out.println("INVALID index=" + verdict.index() + " reason="
                    + verdict.reason().orElseThrow()
                    + (verdict.last() > verdict.index() ? " to=" + verdict.last() : ""));
            return 1;
        }
        out.println("VALID size=" + verdict.size() + " root=" + verdict.root().hex());
        for (String pin : verdict.uncompared()) err.println(uncompared(pin, verdict.size()));
        if (!verdict.anchored()) {
            err.println("Valid relative to this file only: without --root and --policy a complete history that was"
                    + " signed again with invented keys cannot be told from the true one.");
        }
        return verdict.anchored() && verdict.uncompared().isEmpty() ? 0 : 2;
    }

    private static String uncompared(String pin, long size) {
        return pin + " could not be compared in full: the export of one case shows its log at " + size
                + " leaves only. Compare it with an export of the whole log.";
    }
}
