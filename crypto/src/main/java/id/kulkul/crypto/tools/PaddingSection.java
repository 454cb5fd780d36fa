package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Resealing;

/** The sizes to which plaintexts are padded. */
final class PaddingSection implements Section {
    @Override
    public String name() {
        return "padding";
    }

    @Override
    public void check(Case entry) throws OpenFailed {
        entry.gives("padded", Resealing.paddedLength(Kind.of(entry.count("kind")), entry.number("length")));
    }
}
