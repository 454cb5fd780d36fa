package id.kulkul.query.audit;

/**
 * A place where the stored rows no longer lead to a root that was signed for.
 *
 * @param at the leaf of the first row that differs, or of the first row under the checkpoint that differs
 * @param isFatal whether the log cannot go on, because what it signed for is not known any more
 */
public record Damage(LeafIndex at, boolean isFatal) {}
