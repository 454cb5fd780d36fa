package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.EventRow;
import id.kulkul.crypto.log.ExportLine;
import id.kulkul.crypto.log.HybridPublicKey;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.RecordedCheckpoint;
import java.util.List;
import java.util.UUID;

/** Reads the lines of an export from their JSON; what a line has too much, its writer shows. */
final class ExportLines {

    private ExportLines() {}

    static ExportLine read(Json line) throws InvalidEvidence {
        String name = line.keys().stream().findFirst().orElse("");
        return switch (name) {
            case "format" -> header(line);
            case "r" -> new ExportLine.RootKeys(keys(line.at("r")));
            case "p" -> new ExportLine.Policy(line.at("p").at("policy").text());
            case "m" -> manifest(line.at("m"));
            case "e" -> event(line.at("e"));
            case "c" -> new ExportLine.Marked(checkpoint(line.at("c")));
            case "w" -> cosigned(line.at("w"));
            default -> throw new InvalidEvidence("malformed-line");
        };
    }

    private static ExportLine header(Json line) throws InvalidEvidence {
        boolean ofOneCase = line.at("format").text().equals(ExportLine.Header.ONE_CASE);
        return new ExportLine.Header(LogOrigin.parse(line.at("origin").text()), ofOneCase);
    }

    private static HybridPublicKey keys(Json keys) {
        return new HybridPublicKey(
                keys.at("ed25519").base64(), keys.at("mldsa44").base64());
    }

    private static ExportLine manifest(Json signed) {
        return new ExportLine.SignedManifest(
                signed.at("manifest").base64(),
                signed.at("ed25519").base64(),
                signed.at("mldsa44").base64());
    }

    private static ExportLine event(Json event) {
        EventRow row = row(event, event.at("metadata"));
        if (!event.has("index")) return new ExportLine.Event(row);
        return new ExportLine.CaseEvent(row, event.at("index").number(), digests(event.at("path")));
    }

    private static EventRow row(Json event, Json metadata) {
        return new EventRow(
                id(event.at("eventId")),
                event.at("aggregateType").text(),
                id(event.at("aggregate")),
                event.at("sequence").number(),
                event.at("name").text(),
                event.at("revision").text(),
                event.at("time").number(),
                event.at("payload").base64(),
                id(metadata.at("tenant")),
                id(metadata.at("actor")),
                id(metadata.at("salt")),
                Digest.parse(metadata.at("subject").text()));
    }

    private static RecordedCheckpoint checkpoint(Json checkpoint) {
        return new RecordedCheckpoint(
                checkpoint.at("mark").number(),
                checkpoint.at("size").number(),
                Digest.parse(checkpoint.at("root").text()),
                checkpoint.at("padCount").number(),
                id(checkpoint.at("padSeed")),
                checkpoint.at("note").text(),
                checkpoint.has("leaves")
                        ? RecordedCheckpoint.unpacked(checkpoint.at("leaves").base64())
                        : List.of());
    }

    private static ExportLine cosigned(Json cosigned) {
        return new ExportLine.Cosigned(
                cosigned.at("size").number(),
                cosigned.at("lines").list().stream().map(Json::text).toList());
    }

    private static List<Digest> digests(Json list) {
        return list.list().stream().map(hash -> Digest.parse(hash.text())).toList();
    }

    private static UUID id(Json id) {
        return Hex16.parse(id.text());
    }
}
