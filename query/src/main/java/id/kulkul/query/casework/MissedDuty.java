package id.kulkul.query.casework;

import java.time.LocalDate;
import java.util.UUID;

/** A duty of a case that was not done by its last day. */
public record MissedDuty(String kind, UUID id, String clock, LocalDate lastDay) {}
