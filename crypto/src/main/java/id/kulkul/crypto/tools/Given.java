package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.Anchor;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.Pins;
import id.kulkul.crypto.log.SignedCheckpoint;
import id.kulkul.crypto.log.TlogProof;
import id.kulkul.crypto.log.TrustPolicy;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the verifier was given: an export, and everything that it may believe, all of it read before anything is
 * verified.
 */
final class Given {

    private final EventTypes types;
    private final Pins pins = new Pins();
    private final List<String> converted = new ArrayList<>();
    private @Nullable String export;
    private Optional<Digest> root = Optional.empty();
    private Optional<TrustPolicy> policy = Optional.empty();

    /** Says that the arguments are none. */
    static final class Misused extends Exception {
        private static final long serialVersionUID = 1;

        Misused() {
            super("", null, false, false);
        }
    }

    /** Says in one sentence why an argument or its file cannot be used, so that nothing was compared. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String sentence) {
            super(sentence, null, false, false);
        }
    }

    Given(EventTypes types, List<String> arguments) throws Misused, Unusable {
        this.types = types;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--")) {
                if (++i == arguments.size()) throw new Misused();
                option(argument, arguments.get(i));
            } else {
                if (export != null) throw new Misused();
                export = argument;
            }
        }
        if (export == null) throw new Misused();
        if (root.isPresent() != policy.isPresent()) throw new Unusable("--root and --policy belong together.");
    }

    private void option(String name, String value) throws Misused, Unusable {
        switch (name) {
            case "--root" -> root = Optional.of(fingerprint(value));
            case "--policy" -> policy = Optional.of(policy(value));
            case "--checkpoint" -> pin(value);
            default -> throw new Misused();
        }
    }

    private static Digest fingerprint(String hex) throws Unusable {
        try {
            return Digest.parse(hex);
        } catch (IllegalArgumentException e) {
            throw new Unusable("--root takes the 64 hex digits of the root's fingerprint.");
        }
    }

    private TrustPolicy policy(String file) throws Unusable {
        try (Received text = open(file)) {
            TrustPolicy read = text.read(TrustPolicy::parse);
            note(file, text.conversions());
            return read;
        } catch (InvalidEvidence e) {
            throw new Unusable(file + " is not a policy file.");
        } catch (IOException e) {
            throw new Unusable(Sentences.of(file, e));
        }
    }

    private void pin(String file) throws Unusable {
        try (Received kept = open(file)) {
            if (kept.isJson()) {
                ExportFile lines = new ExportFile(kept.bytes());
                pins.add(file, types, lines, PayloadItems::of);
                note(file, lines.conversions());
            } else {
                kept.read(text -> pin(file, text));
            }
            note(file, kept.conversions());
        } catch (InvalidEvidence e) {
            throw new Unusable(file + " is neither a checkpoint nor a receipt nor a valid export.");
        } catch (IOException e) {
            throw new Unusable(Sentences.of(file, e));
        }
    }

    private Pins pin(String file, String text) throws InvalidEvidence {
        if (TlogProof.isOne(text)) {
            // a mailbox fills its answers up with line feeds
            pins.add(file, TlogProof.parse(text.stripTrailing() + "\n"));
        } else {
            pins.add(file, SignedCheckpoint.parse(text));
        }
        return pins;
    }

    static Received open(String file) throws Unusable {
        try {
            return Received.open(Path.of(file));
        } catch (InvalidPathException e) {
            throw new Unusable("No file can have this name.");
        } catch (IOException e) {
            throw new Unusable(Sentences.of(file, e));
        }
    }

    private void note(String file, Set<Conversion> conversions) {
        if (!conversions.isEmpty()) converted.add(sentence(file, conversions));
    }

    /** One sentence on what happened to a file, and what helps. */
    static String sentence(String file, Set<Conversion> conversions) {
        List<String> words =
                EnumSet.copyOf(conversions).stream().map(Conversion::toString).toList();
        return file + " was converted on its way: " + String.join(", ", words)
                + ". What was changed besides is still found, but take the file again as it was and keep it untouched.";
    }

    String export() {
        return String.valueOf(export);
    }

    Pins pins() {
        return pins;
    }

    Optional<Anchor> anchor() {
        return root.flatMap(fingerprint -> policy.map(trusted -> new Anchor(fingerprint, trusted)));
    }

    /** A sentence for each file beside the export that was converted on its way. */
    List<String> converted() {
        return converted;
    }
}
