package id.kulkul.crypto.threshold;

import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.Inconsistent;
import id.kulkul.crypto.seal.Unverified;
import java.util.List;
import java.util.Optional;

/** An item that m members opened together, with proof that it was dealt out correctly. */
public final class Combined implements AutoCloseable {
    private final Unverified text;
    private final SymmetricKey key;
    private final List<Share> dealt;

    Combined(Unverified text, SymmetricKey key, List<Share> dealt) {
        this.text = text;
        this.key = key;
        this.dealt = dealt;
    }

    /** The text; its body begins with the {@value Deal#SEED} bytes that determine the dealing. */
    public Unverified text() {
        return text;
    }

    /** The item's data key, which is closed with this. */
    public SymmetricKey key() {
        return key;
    }

    /** Who is to blame for a share that was offered: its holder, if it is not the one that was dealt; else nobody. */
    public Optional<Inconsistent> judge(Share offered) {
        boolean given = dealt.stream().anyMatch(share -> share.sameAs(offered));
        return given ? Optional.empty() : Optional.of(Inconsistent.member(offered.index()));
    }

    @Override
    public void close() {
        text.wipe();
        key.close();
        dealt.forEach(Share::close);
    }
}
