package id.kulkul.crypto.log;

/**
 * A place where a history goes on in another origin, because what the closed one had signed beyond it was declared
 * lost.
 *
 * @param size how many leaves of the closed origin are kept; they are the first ones of its successor
 */
public record Restored(LogOrigin closed, long size, LogOrigin successor) {}
