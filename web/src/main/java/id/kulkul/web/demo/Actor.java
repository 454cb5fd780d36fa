package id.kulkul.web.demo;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.keys.KeyBundle;
import id.kulkul.crypto.keys.Passphrase;
import id.kulkul.crypto.keys.PassphraseKeys;
import id.kulkul.crypto.keys.SealedSecret;
import id.kulkul.crypto.keys.StaffFile;
import id.kulkul.crypto.seal.SigningKey;
import java.util.UUID;

/** A fictional official whose box this demonstration may open, because it wrote the passphrase down. */
record Actor(UUID person, KeyBundle keys) implements AutoCloseable {
    static Actor of(StaffFile file, String passphrase) throws OpenFailed {
        try (PassphraseKeys opened =
                        Passphrase.parse(passphrase).stretched(file.secrets().how());
                SymmetricKey bundleKey =
                        SealedSecret.decoded(file.secrets().wrap().bytes()).unwrap(opened.wrap())) {
            SealedSecret bundle = SealedSecret.decoded(file.secrets().bundle().bytes());
            return new Actor(file.person(), KeyBundle.open(bundleKey, bundle));
        }
    }

    SigningKey signing() {
        return keys.signing();
    }

    @Override
    public void close() {
        keys.close();
    }
}
