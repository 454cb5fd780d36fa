package id.kulkul.crypto.log;

/**
 * Something kept of one origin of a log that a history in another one does not hold: between the two a loss was
 * declared.
 *
 * @param origin the line under which it was signed
 * @param size how many leaves it vouches for
 */
public record Aside(String name, String origin, long size) {}
