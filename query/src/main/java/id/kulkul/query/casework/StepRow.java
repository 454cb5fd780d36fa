package id.kulkul.query.casework;

import java.time.Instant;

/**
 * One event of a case, openings left out.
 *
 * @param event the stored name of the event
 * @param code the coded reason, outcome, authority, lesson or clock of the event; empty if it has none
 */
public record StepRow(String event, Who by, String code, Instant hour) {}
