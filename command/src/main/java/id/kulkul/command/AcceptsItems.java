package id.kulkul.command;

import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.seal.ItemHeader;
import java.util.List;

/** An event that takes sealed items into the history; its log leaf hashes their headers in this order. */
public interface AcceptsItems {
    /** The headers of the accepted items in the order of submission; may be empty. */
    List<ItemHeader> items();

    /** For whom the items are sealed. */
    Sealing sealing();
}
