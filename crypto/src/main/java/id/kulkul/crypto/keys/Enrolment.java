package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.vault.StaffSecrets;
import java.util.UUID;

/**
 * What a new member of staff takes home: the passphrase and the words of the recovery kit exist nowhere else.
 *
 * @param bundle the open keys, to be closed by whoever asked for them
 */
public record Enrolment(StaffFile file, Passphrase passphrase, String recoveryWords, KeyBundle bundle) {
    private static final long VERSION = 1;

    /** Makes keys, a passphrase and a recovery kit; takes a good part of a second. */
    static Enrolment of(UUID tenant, String name, String role, String post, long epoch) {
        var person = UUID.randomUUID();
        var owner = new SealedSecret.Owner(tenant, person, epoch, VERSION);
        var passphrase = Passphrase.random();
        var how = Stretching.random();
        var bundle = KeyBundle.random(epoch);
        try (var bundleKey = SymmetricKey.random();
                var keys = passphrase.stretched(how);
                var kit = RecoveryKit.random();
                var recovery = kit.wrap()) {
            var secrets = new StaffSecrets(
                    VERSION,
                    how.phc(),
                    PassphraseKeys.verifier(keys.auth().bytes()),
                    Octets.of(bundle.seal(bundleKey, owner).encoded()),
                    Octets.of(SealedSecret.wrap(bundleKey, keys.wrap(), owner).encoded()),
                    Octets.of(SealedSecret.wrap(bundleKey, recovery, owner).encoded()));
            var file = new StaffFile(
                    person,
                    name,
                    role,
                    post,
                    bundle.opening().recipient(),
                    bundle.signing().verifying(),
                    secrets);
            return new Enrolment(file, passphrase, kit.words(), bundle);
        }
    }
}
