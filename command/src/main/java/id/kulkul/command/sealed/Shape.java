package id.kulkul.command.sealed;

import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import java.util.List;

/** Which kinds of items, in which order, one act of a kind of case may bring. */
public interface Shape {
    /** Whether an act may bring exactly these, in this order. */
    boolean fits(List<Kind> kinds);

    /** Whether these are items of such kinds. */
    default boolean fitsAll(List<ItemHeader> items) {
        return fits(items.stream().map(item -> item.context().kind()).toList());
    }
}
