package id.kulkul.crypto.tools;

import id.kulkul.crypto.log.Padding;

/** The hash of a leaf that stands for no event. */
final class PaddingLeafSection implements Section {
    @Override
    public String name() {
        return "paddingLeaf";
    }

    @Override
    public void check(Case entry) {
        entry.gives("leafHash", Padding.leafHash(entry.id("padSeed"), entry.number("i")));
    }
}
