package id.kulkul.query.casework;

import java.time.Instant;

/**
 * How a case ended.
 *
 * @param at the hour in which it was closed
 * @param position that of the event by which it was closed; no page tells it, since it counts what others sent
 * @param event the stored name of the event that decided the case
 * @param code the code of that decision; empty where it has none
 */
public record Closing(Instant at, long position, String event, String code) {}
