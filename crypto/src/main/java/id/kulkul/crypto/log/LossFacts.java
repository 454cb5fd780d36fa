package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;

/**
 * What the event {@code log-restored} says of a log that goes on in another origin.
 *
 * @param oldOrigin the line of the origin that it closes
 * @param lastWitnessedSize how many leaves that one had signed last
 * @param root at that size
 * @param restoredSize how many leaves are kept
 * @param newOrigin the line of the origin in which the log goes on
 */
public record LossFacts(String oldOrigin, long lastWitnessedSize, Digest root, long restoredSize, String newOrigin) {}
