package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.VerifyingKey;
import id.kulkul.crypto.vault.StaffSecrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A member of staff as enrolled: public keys for the list of recipients, and sealed secrets for the vault.
 *
 * @param name the sign-in name
 * @param role investigator, outside, custodian, auditor or administrator
 * @param post the public title of the office
 */
public record StaffFile(
        UUID person,
        String name,
        String role,
        String post,
        Recipient recipient,
        VerifyingKey signing,
        StaffSecrets secrets) {
    private static final String TITLE = "kulkul staff 1";
    private static final HexFormat HEX = HexFormat.of();

    /** SHA-256 of both public keys. */
    public Digest keysDigest() {
        return Digest.sha256(recipient.bytes(), signing.bytes());
    }

    static StaffFile read(Path file) throws IOException {
        var in = KeyFile.read(file, TITLE);
        var secrets = new StaffSecrets(
                Long.parseLong(in.value("version")),
                in.value("stretching"),
                Digest.of(HEX.parseHex(in.value("verifier"))),
                octets(in, "bundle"),
                octets(in, "wrap"),
                octets(in, "recovery"));
        return new StaffFile(
                Hex16.parse(in.value("person")),
                in.value("name"),
                in.value("role"),
                in.value("post"),
                Recipient.of(HEX.parseHex(in.value("xwing"))),
                VerifyingKey.of(HEX.parseHex(in.value("ed25519"))),
                secrets);
    }

    void write(Path folder) throws IOException {
        new KeyFile()
                .with("person", Hex16.of(person))
                .with("name", name)
                .with("role", role)
                .with("post", post)
                .with("xwing", HEX.formatHex(recipient.bytes()))
                .with("ed25519", HEX.formatHex(signing.bytes()))
                .with("version", Long.toString(secrets.version()))
                .with("stretching", secrets.stretching())
                .with("verifier", secrets.authVerifier().hex())
                .with("bundle", text(secrets.bundle()))
                .with("wrap", text(secrets.wrap()))
                .with("recovery", text(secrets.recoveryWrap()))
                .write(folder.resolve(Hex16.of(person)), TITLE);
    }

    private static Octets octets(KeyFile in, String name) {
        return Octets.of(Base64.getUrlDecoder().decode(in.value(name)));
    }

    private static String text(Octets octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets.bytes());
    }
}
