package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.util.List;

/** One line of an export; {@link #text()} is the only way to write it, without the newline. */
public sealed interface ExportLine {

    /** The line, canonical to the character. */
    String text();

    /** The first line: whose log it is, and whether it holds all of it or the events of one case. */
    record Header(LogOrigin origin, boolean ofOneCase) implements ExportLine {

        /** What a file of a whole log calls itself. */
        public static final String WHOLE = "kulkul export 1";

        /** What a file of one case calls itself. */
        public static final String ONE_CASE = "kulkul case export 1";

        @Override
        public String text() {
            return new JsonText()
                    .open()
                    .text("format", ofOneCase ? ONE_CASE : WHOLE)
                    .id("tenant", origin.tenant())
                    .text("origin", origin.text())
                    .close()
                    .toString();
        }
    }

    /** The organisation's public root keys, worth something only against a fingerprint from elsewhere. */
    record RootKeys(HybridPublicKey key) implements ExportLine {

        @Override
        public String text() {
            return new JsonText()
                    .open()
                    .open("r")
                    .bytes("ed25519", key.ed25519())
                    .bytes("mldsa44", key.mldsa44())
                    .close()
                    .close()
                    .toString();
        }
    }

    /** A policy file that a manifest names by its hash. */
    record Policy(String policy) implements ExportLine {

        @Override
        public String text() {
            return new JsonText()
                    .open()
                    .open("p")
                    .text("policy", policy)
                    .close()
                    .close()
                    .toString();
        }
    }

    /** A manifest and both of its root signatures. */
    @SuppressWarnings("ArrayRecordComponent")
    record SignedManifest(byte[] manifest, byte[] ed25519, byte[] mldsa44) implements ExportLine {

        @Override
        public String text() {
            return new JsonText()
                    .open()
                    .open("m")
                    .bytes("manifest", manifest)
                    .bytes("ed25519", ed25519)
                    .bytes("mldsa44", mldsa44)
                    .close()
                    .close()
                    .toString();
        }
    }

    /** An event of a whole log. */
    record Event(EventRow row) implements ExportLine {

        @Override
        public String text() {
            return members(row).close().close().toString();
        }

        private static JsonText members(EventRow row) {
            return new JsonText()
                    .open()
                    .open("e")
                    .id("eventId", row.eventId())
                    .text("aggregateType", row.aggregateType())
                    .id("aggregate", row.aggregate())
                    .number("sequence", row.sequence())
                    .text("name", row.name())
                    .text("revision", row.revision())
                    .number("time", row.timeMillis())
                    .bytes("payload", row.payload())
                    .open("metadata")
                    .id("tenant", row.tenant())
                    .id("actor", row.actor())
                    .id("salt", row.salt())
                    .digest("subject", row.subject())
                    .close();
        }
    }

    /** An event of one case, with its place in the log. */
    record CaseEvent(EventRow row, long index, List<Digest> path) implements ExportLine {

        /** Takes a copy of the path. */
        public CaseEvent {
            path = List.copyOf(path);
        }

        @Override
        public String text() {
            return Event.members(row)
                    .number("index", index)
                    .digests("path", path)
                    .close()
                    .close()
                    .toString();
        }
    }

    /** A checkpoint at its place in the stored order. */
    record Marked(RecordedCheckpoint checkpoint) implements ExportLine {

        @Override
        public String text() {
            JsonText out = new JsonText()
                    .open()
                    .open("c")
                    .number("mark", checkpoint.mark())
                    .number("size", checkpoint.size())
                    .digest("root", checkpoint.root())
                    .number("padCount", checkpoint.padCount())
                    .id("padSeed", checkpoint.padSeed())
                    .text("note", checkpoint.note());
            if (!checkpoint.leaves().isEmpty()) out.bytes("leaves", RecordedCheckpoint.packed(checkpoint.leaves()));
            return out.close().close().toString();
        }
    }

    /** Cosignature lines of witnesses over the checkpoint of that size. */
    record Cosigned(long size, List<String> lines) implements ExportLine {

        /** Takes a copy of the lines. */
        public Cosigned {
            lines = List.copyOf(lines);
        }

        @Override
        public String text() {
            return new JsonText()
                    .open()
                    .open("w")
                    .number("size", size)
                    .texts("lines", lines)
                    .close()
                    .close()
                    .toString();
        }
    }
}
