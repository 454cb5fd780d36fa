package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.SubmitSignature;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.seal.CaseIds;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.crypto.vault.Reporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report sealed on the reporter's own machine, in the form in which it travels. */
final class OwnReport {
    private static final int CHUNK = 16 * 1024;

    private final Manifest manifest;
    private final ReceiptKeys keys;
    private final int group;
    private final UUID nonce = UUID.randomUUID();
    private final UUID id;
    private final List<ItemHeader> headers = new ArrayList<>();
    private final List<String> wires = new ArrayList<>();
    private final List<String> listed = new ArrayList<>();
    private final Map<Digest, byte[]> files = new LinkedHashMap<>();

    /** Begins a report for the readers of a group of the list; the keys stay the caller's. */
    OwnReport(Manifest manifest, int group, ReceiptKeys keys) {
        this.manifest = manifest;
        this.group = group;
        this.keys = keys;
        Digest reporter =
                Reporter.keysDigest(keys.opening().recipient(), keys.signing().verifying());
        this.id = CaseIds.of(manifest.tenant(), reporter, nonce);
    }

    UUID id() {
        return id;
    }

    /** The ciphertexts of files, each under its SHA-256, which the server must have before the report. */
    Map<Digest, byte[]> files() {
        return files;
    }

    Digest subject() {
        return ItemHeader.subject(headers);
    }

    /** Seals the text, the files and, where there is one, the identity; once. */
    void seal(String category, String text, List<Path> attachments, Identity who) throws IOException {
        List<Runnable> later = new ArrayList<>();
        for (Path file : attachments) later.add(attach(file, later.size() + 1));
        String body = "{\"v\":1,\"category\":" + quoted(category) + ",\"text\":" + quoted(text) + ",\"attachments\":["
                + String.join(",", listed) + "],\"replyKey\":\""
                + Hex16.of(keys.opening().recipient().keyId()) + "\"}";
        add(Seal.signed(
                context(Kind.REPORT_BODY, 0), draft(Draft.REPORT, body), keys.signing(), audience(), Origin.SENDER));
        later.forEach(Runnable::run);
        if (!who.isGiven()) return;
        String identity = "{\"name\":" + quoted(who.name()) + ",\"contact\":" + quoted(who.contact()) + "}";
        Context place = context(Kind.IDENTITY, headers.size());
        add(manifest.toHolders().seal(place, draft(Draft.IDENTITY, identity), keys.signing(), Origin.SENDER));
    }

    private Runnable attach(Path file, int seq) throws IOException {
        Context place = context(Kind.ATTACHMENT, seq);
        var ciphertext = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(file);
                var stream = Seal.stream(place, ciphertext)) {
            byte[] part = new byte[CHUNK];
            for (int length = in.read(part); length >= 0; length = in.read(part)) stream.write(part, 0, length);
            try (var finished = stream.finish()) {
                SealedItem item = finished.to(audience(), Origin.SENDER);
                files.put(finished.facts().ctSha256(), ciphertext.toByteArray());
                listed.add("{\"item\":\"" + Hex16.of(place.item()) + "\",\"name\":"
                        + quoted(String.valueOf(file.getFileName())) + ",\"type\":\"\",\"size\":"
                        + finished.facts().plainLength() + ",\"sha256\":\""
                        + finished.facts().plainSha256().hex() + "\"}");
                return () -> add(item, null);
            }
        }
    }

    private void add(Parcel parcel) {
        add(parcel.item(), parcel.blob());
    }

    private void add(SealedItem item, byte @Nullable [] blob) {
        headers.add(item.header());
        wires.add("{\"header\":\"" + text(item.header().encoded()) + "\",\"stanzas\":\""
                + text(Stanza.concatenated(item.stanzas())) + "\",\"blob\":\"" + (blob == null ? "" : text(blob))
                + "\"}");
    }

    /** The message to the server: ciphertext, public keys and a signature. */
    String message(String category, Set<String> excluded) {
        return "{\"report\":\"" + Hex16.of(id) + "\",\"nonce\":\"" + Hex16.of(nonce) + "\",\"category\":"
                + quoted(category) + ",\"exclude\":["
                + excluded.stream().map(OwnReport::quoted).collect(Collectors.joining(",")) + "],\"items\":["
                + String.join(",", wires) + "],\"lookup\":\"" + text(keys.lookup()) + "\",\"sealing\":\""
                + text(keys.opening().recipient().bytes()) + "\",\"signing\":\""
                + text(keys.signing().verifying().bytes()) + "\",\"signature\":\""
                + text(SubmitSignature.sign(keys.signing(), subject())) + "\"}";
    }

    private Context context(Kind kind, long seq) {
        return new Context(kind, manifest.tenant(), manifest.scope(), id, UUID.randomUUID(), manifest.epoch(), seq);
    }

    private Recipients audience() {
        return manifest.audience(group);
    }

    private static Draft draft(int type, String text) {
        return Draft.of(type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A string of JSON (RFC 8259, section 7). */
    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < 0x20) out.append(String.format("\\u%04x", (int) c));
            else out.append(c);
        }
        return out.append('"').toString();
    }
}
