package id.kulkul.web.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.web.channel.ArrivedItem.Wire;
import id.kulkul.web.channel.Office;
import id.kulkul.web.story.SealedForm;
import id.kulkul.web.upload.EmptyBlobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A sealed report with every kind of item, and a sealed answer, of which any one part may be replaced: the first byte
 * says which.
 */
final class SentDoors {
    /** How many parts a report has. */
    static final int PARTS = 16;

    private static final int AS_TEXT = 0x80;
    private static final List<String> FIELDS =
            List.of("report", "nonce", "category", "lookup", "sealing", "signing", "signature");
    private static final int TEXTS = 3;
    private static final List<String> OF_ITEM = List.of("header", "stanzas", "blob");

    private final SealedForm form;
    private final byte[] file;
    private final UUID report = new UUID(7, 7);
    private final Wire answer;

    SentDoors(Office office) {
        try {
            form = new SealedForm(office.manifest())
                    .attach("Rekaan".getBytes(StandardCharsets.UTF_8))
                    .identity();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file = form.file();
        answer = answer(office);
    }

    private Wire answer(Office office) {
        Context context = office.context(Kind.MSG_TO_TEAM, report, new UUID(8, 8), 3);
        Draft draft = Draft.of(Draft.MESSAGE, "Rekaan".getBytes(StandardCharsets.UTF_8));
        try (Receipt receipt = Receipt.of(new byte[16])) {
            Parcel parcel = Seal.signed(
                    context, draft, receipt.keys().signing(), office.manifest().audience(0), Origin.SENDER);
            return new Wire(
                    text(parcel.header().encoded()),
                    text(Stanza.concatenated(parcel.item().stanzas())),
                    text(parcel.blob()));
        }
    }

    /** The case that the answer belongs to. */
    UUID report() {
        return report;
    }

    /** The whole report without its ciphertexts and stanzas, which take the fuzzer's time. */
    byte[] withoutContents() {
        ObjectNode message = form.message().deepCopy();
        message.get("items")
                .forEach(item -> ((ObjectNode) item).put("stanzas", "").put("blob", ""));
        return message.toString().getBytes(StandardCharsets.UTF_8);
    }

    boolean isWhole(byte[] body) {
        return Arrays.equals(body, form.message().toString().getBytes(StandardCharsets.UTF_8));
    }

    byte[] partOfReport(int part) {
        String value = holder(form.message(), part).get(name(part)).asText();
        return front(part, part < TEXTS ? value.getBytes(StandardCharsets.UTF_8) : bytes(value));
    }

    /** The report with all bytes after the first in place of a part, or with the highest bit their text. */
    byte[] reportWith(byte[] input) {
        int part = input.length == 0 ? PARTS : input[0] & (AS_TEXT - 1);
        ObjectNode message = form.message().deepCopy();
        if (part < PARTS) holder(message, part).put(name(part), value(input, part < TEXTS));
        return message.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode holder(ObjectNode message, int part) {
        int ofItem = part - FIELDS.size();
        return ofItem < 0 ? message : (ObjectNode) message.get("items").get(ofItem / OF_ITEM.size());
    }

    private static String name(int part) {
        int ofItem = part - FIELDS.size();
        return ofItem < 0 ? FIELDS.get(part) : OF_ITEM.get(ofItem % OF_ITEM.size());
    }

    Wire answer() {
        return answer;
    }

    byte[] partOfAnswer(int part) {
        return front(
                part,
                bytes(List.of(answer.header(), answer.stanzas(), answer.blob()).get(part)));
    }

    Wire answerWith(byte[] input) {
        if (input.length == 0) return answer;
        String value = value(input, false);
        return switch (input[0] & (AS_TEXT - 1)) {
            case 0 -> new Wire(value, answer.stanzas(), answer.blob());
            case 1 -> new Wire(answer.header(), value, answer.blob());
            case 2 -> new Wire(answer.header(), answer.stanzas(), value);
            default -> answer;
        };
    }

    private static String value(byte[] input, boolean isText) {
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        return isText || (input[0] & AS_TEXT) != 0 ? new String(rest, StandardCharsets.UTF_8) : text(rest);
    }

    private static byte[] front(int part, byte[] bytes) {
        byte[] seed = new byte[1 + bytes.length];
        seed[0] = (byte) part;
        System.arraycopy(bytes, 0, seed, 1, bytes.length);
        return seed;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    /** Where the ciphertext of the attachment was sent ahead, and nothing else. */
    Blobs blobs() {
        return new OneFile(file);
    }

    private static final class OneFile extends EmptyBlobs {
        private final byte[] file;

        OneFile(byte[] file) {
            super(() -> Long.MAX_VALUE);
            this.file = file;
        }

        @Override
        public InputStream open(Digest address) {
            return new ByteArrayInputStream(file);
        }

        @Override
        public long length(Digest address) {
            return address.equals(Digest.sha256(file)) ? file.length : -1;
        }
    }
}
