package id.kulkul.crypto.tools;

import id.kulkul.crypto.keys.Passphrase;
import id.kulkul.crypto.keys.PassphraseKeys;
import id.kulkul.crypto.keys.Stretching;

/** The two keys of a passphrase, and what the server keeps of one. */
final class StaffSection implements Section {
    @Override
    public String name() {
        return "staff";
    }

    @Override
    public void check(Case entry) {
        var stretching = Stretching.parse(entry.text("stretching"));
        try (var keys = Passphrase.parse(entry.text("passphrase")).stretched(stretching)) {
            entry.gives("auth", keys.auth().bytes());
            entry.gives("wrap", keys.wrap().bytes());
            entry.gives("verifier", PassphraseKeys.verifier(keys.auth().bytes()));
        }
    }
}
