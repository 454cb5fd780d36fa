package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.Checkpoint;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.MerkleProofs;
import id.kulkul.crypto.log.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint of the open log that a reporter kept, if they did: only a log that begins with it is its continuation.
 */
record KeptCheckpoint(Optional<Checkpoint> kept) {
    /** A loss was declared, and the kept checkpoint vouches for leaves that are no longer shown. */
    static final String LOST = "lost-what-was-kept";

    static final String SENTENCE =
            "a loss was declared, and what your checkpoint vouches for is not all there any more: ";

    /** That of a file; without a name there is none. */
    static KeptCheckpoint of(String file) throws Unfit {
        if (file.isEmpty()) return new KeptCheckpoint(Optional.empty());
        try (Received text = Received.open(Path.of(file))) {
            return new KeptCheckpoint(
                    Optional.of(text.read(SignedCheckpoint::parse).checkpoint()));
        } catch (InvalidEvidence e) {
            throw new Unfit(file + " is not a checkpoint.");
        } catch (InvalidPathException e) {
            throw new Unfit("No file can have this name.");
        } catch (IOException e) {
            throw new Unfit(Sentences.of(file, e));
        }
    }

    /** The kept one is of this origin, or of one that a declared loss closed without a loss of what it vouches for. */
    void requireContinued(Checkpoint shown, Site site) throws IOException, InvalidEvidence {
        if (kept.isEmpty()) return;
        Checkpoint first = kept.get();
        boolean closed = !first.origin().equals(shown.origin());
        if (closed && !LogOrigin.parse(first.origin()).isBefore(LogOrigin.parse(shown.origin())))
            throw new InvalidEvidence("other-log");
        if (shown.size() < first.size()) throw new InvalidEvidence(closed ? LOST : "older-than-kept");
        if (!continues(first, shown, site)) throw new InvalidEvidence(closed ? LOST : "other-log");
    }

    private static boolean continues(Checkpoint first, Checkpoint shown, Site site) throws IOException {
        Json proof = site.get("log/" + LogName.OPEN.text() + "/konsistensi/" + first.size() + "/" + shown.size());
        List<Digest> path = proof.at("path").list().stream()
                .map(hash -> Digest.parse(hash.text()))
                .toList();
        return MerkleProofs.consistent(first.size(), first.root(), shown.size(), shown.root(), path);
    }
}
