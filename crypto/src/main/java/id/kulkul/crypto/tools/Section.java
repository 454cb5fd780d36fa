package id.kulkul.crypto.tools;

/** Knows how to recompute one kind of entry of a vector file. */
interface Section {
    /** The key under which its entries stand: one object, or a list of them. */
    String name();

    /** Reads the inputs of one entry and compares every output; whatever it throws is a failure of the entry. */
    void check(Case entry) throws Exception;
}
