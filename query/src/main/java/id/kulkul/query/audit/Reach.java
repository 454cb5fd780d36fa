package id.kulkul.query.audit;

/**
 * How far an export of a log goes.
 *
 * @param events how many it has
 * @param lastCheckpoint the global index of the last checkpoint event
 */
record Reach(long events, long lastCheckpoint) {}
