package id.kulkul.crypto.tools;

import id.kulkul.crypto.keys.RecoveryKit;

/** The words and the key of a recovery kit. */
final class RecoveryKitSection implements Section {
    @Override
    public String name() {
        return "recoveryKit";
    }

    @Override
    public void check(Case entry) {
        try (var kit = RecoveryKit.of(entry.bytes("kit"));
                var wrap = kit.wrap()) {
            entry.gives("words", kit.words());
            entry.gives("wrap", wrap.bytes());
        }
    }
}
