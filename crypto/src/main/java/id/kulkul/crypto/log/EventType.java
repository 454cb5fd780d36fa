package id.kulkul.crypto.log;

/**
 * A stored event name and its number, which is unique over all aggregates and never changes.
 *
 * @param code 1..65535
 */
public record EventType(int code, AggregateType aggregate, String name) {}
