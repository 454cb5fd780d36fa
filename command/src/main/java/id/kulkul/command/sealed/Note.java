package id.kulkul.command.sealed;

import id.kulkul.crypto.seal.ItemHeader;
import java.util.List;

/** One sealed text for those who may read a case, and for nobody outside of the office that handles it. */
public record Note(Sealing sealing, ItemHeader item) {
    /** The item alone, as a dossier takes items. */
    public List<ItemHeader> items() {
        return List.of(item);
    }
}
