package id.kulkul.query.audit;

/**
 * How far an export of a log goes.
 *
 * @param events how many it has
 * @param lastCheckpoint where its last checkpoint event is stored
 */
record Reach(long events, Position lastCheckpoint) {}
