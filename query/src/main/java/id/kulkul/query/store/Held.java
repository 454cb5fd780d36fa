package id.kulkul.query.store;

/** A document and the position from which it holds. */
public record Held<R>(long from, R document) {}
