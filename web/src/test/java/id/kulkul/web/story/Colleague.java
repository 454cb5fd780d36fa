package id.kulkul.web.story;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.KeyBundle;
import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.Passphrase;
import id.kulkul.crypto.keys.PassphraseKeys;
import id.kulkul.crypto.keys.SealedSecret;
import id.kulkul.crypto.keys.StaffFile;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Opening;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.Stanza;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A member of the demonstration's staff without a browser: signs in by the same proof, and seals what a browser would,
 * or should not.
 */
final class Colleague {
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    final Door door;
    final KeyBundle keys;
    final UUID person;
    private final Manifest manifest;

    private Colleague(Door door, KeyBundle keys, UUID person, Manifest manifest) {
        this.door = door;
        this.keys = keys;
        this.person = person;
        this.manifest = manifest;
    }

    static Colleague signIn(Packaged program, String name) throws Exception {
        KeyFolder folder = KeyFolder.open(program.home().resolve("keys"));
        StaffFile file = folder.staff().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        Passphrase passphrase =
                Passphrase.parse(Objects.requireNonNull(program.accounts().get(name)));
        try (PassphraseKeys opened = passphrase.stretched(file.secrets().how())) {
            String proof = "{\"name\":\"%s\",\"auth\":\"%s\"}"
                    .formatted(name, TEXT.encodeToString(opened.auth().bytes()));
            Door.Answer answer = new Door(program, "").post("/masuk", "application/json", proof);
            String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
            SealedSecret wrap = SealedSecret.decoded(file.secrets().wrap().bytes());
            SealedSecret bundle = SealedSecret.decoded(file.secrets().bundle().bytes());
            return new Colleague(
                    new Door(program, cookie.substring(0, cookie.indexOf(';'))),
                    KeyBundle.open(wrap.unwrap(opened.wrap()), bundle),
                    file.person(),
                    folder.manifests().getLast().manifest());
        }
    }

    /** A message to the reporter as the case's page asks for it. */
    Parcel message(String report, String text) {
        Map<String, String> form = form(report);
        return message(report, audience(form), Long.parseLong(Objects.requireNonNull(form.get("next-seq"))), text);
    }

    /** A note to colleagues, likewise. */
    Parcel note(String report, String text) {
        Map<String, String> form = form(report);
        long seq = Long.parseLong(Objects.requireNonNull(form.get("next-seq")));
        return sealed(Kind.INTERNAL_NOTE, report, colleagues(form), seq, text);
    }

    Parcel message(String report, Recipients audience, long seq, String text) {
        return sealed(Kind.MSG_TO_REPORTER, report, audience, seq, text);
    }

    private Parcel sealed(Kind kind, String report, Recipients audience, long seq, String text) {
        Context place = new Context(
                kind,
                manifest.tenant(),
                manifest.scope(),
                Hex16.parse(report),
                UUID.randomUUID(),
                manifest.epoch(),
                seq);
        Draft draft = Draft.of(Draft.MESSAGE, text.getBytes(StandardCharsets.UTF_8));
        return Seal.signed(place, draft, keys.signing(), audience, Origin.SENDER);
    }

    /** Everybody of the case's group, and its reporter. */
    Recipients audience(Map<String, String> form) {
        return colleagues(form)
                .and(Recipient.of(HexFormat.of().parseHex(Objects.requireNonNull(form.get("reporter-xwing-pk")))));
    }

    private Recipients colleagues(Map<String, String> form) {
        return manifest.audience(Integer.parseInt(Objects.requireNonNull(form.get("group"))));
    }

    /** What the page tells a browser that is to seal a message. */
    Map<String, String> form(String report) {
        String page = door.get("/kerja/kasus/" + report).text();
        Map<String, String> form = new java.util.HashMap<>();
        for (String name : List.of("group", "reporter-xwing-pk", "next-seq")) {
            Matcher value = Pattern.compile("data-" + name + "=\"([0-9a-f]+)\"").matcher(page);
            if (value.find()) form.put(name, value.group(1));
        }
        return form;
    }

    Door.Answer send(String report, String act, byte[] header, byte[] stanzas, byte[] blob) {
        return send(report, act, "", header, stanzas, blob);
    }

    /** An act that takes a note or a message with the choice that it needs. */
    Door.Answer send(String report, String act, String code, Parcel parcel) {
        byte[] header = parcel.header().encoded();
        return send(report, act, code, header, stanzas(parcel), parcel.blob());
    }

    private Door.Answer send(String report, String act, String code, byte[] header, byte[] stanzas, byte[] blob) {
        String body =
                "{\"act\":\"%s\",\"code\":\"%s\",\"items\":[{\"header\":\"%s\",\"stanzas\":\"%s\",\"blob\":\"%s\"}]}"
                        .formatted(
                                act,
                                code,
                                TEXT.encodeToString(header),
                                TEXT.encodeToString(stanzas),
                                TEXT.encodeToString(blob));
        return door.post("/kerja/kasus/" + report + "/pesan", "application/json", body);
    }

    Door.Answer send(String report, String act, Parcel parcel) {
        return send(report, act, parcel.header().encoded(), stanzas(parcel), parcel.blob());
    }

    static byte[] stanzas(Parcel parcel) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Stanza stanza : parcel.stanzas()) all.writeBytes(stanza.encoded());
        return all.toByteArray();
    }

    /** Waits until the case is on this desk. */
    void awaits(String report) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            if (door.get("/kerja/kasus/" + report).status() == 200) return;
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("The case does not appear");
    }

    /** The ids of the case's items, in order. */
    List<String> items(String report) {
        return Pattern.compile("data-item=\"([0-9a-f]{32})\"")
                .matcher(door.get("/kerja/kasus/" + report).text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Fails unless what is delivered opens with this person's own key. */
    void opens(String report, String item) throws Exception {
        ByteBuffer delivered = ByteBuffer.wrap(
                door.get("/kerja/kasus/" + report + "/isi/" + item).body());
        ItemHeader header = ItemHeader.decoded(next(delivered, delivered.getShort()));
        Stanza own = Stanza.all(next(delivered, Stanza.SIZE)).getFirst();
        Opening.openSigned(header, own, next(delivered, delivered.remaining()), keys.opening());
    }

    private static byte[] next(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }
}
