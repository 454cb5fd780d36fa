package id.kulkul.query.report;

import id.kulkul.command.report.ReportId;
import java.time.LocalDate;

/** A duty of a report that was not done by its last day. */
public record MissedDuty(ReportId report, String clock, LocalDate lastDay) {}
