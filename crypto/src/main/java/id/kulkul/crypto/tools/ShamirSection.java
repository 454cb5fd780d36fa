package id.kulkul.crypto.tools;

import id.kulkul.crypto.threshold.Share;
import java.util.ArrayList;

/** The shares of a secret when the coefficients are given. */
final class ShamirSection implements Section {
    @Override
    public String name() {
        return "shamir";
    }

    @Override
    public void check(Case entry) {
        var coefficients = new ArrayList<byte[]>();
        coefficients.add(entry.bytes("secret"));
        for (int j = 1; j < entry.count("m"); j++) coefficients.add(entry.bytes("coefficient" + j));
        var shares = entry.part("shares");
        for (var index : shares.keys()) {
            shares.gives(index, Share.at(Integer.parseInt(index), coefficients).bytes());
        }
    }
}
