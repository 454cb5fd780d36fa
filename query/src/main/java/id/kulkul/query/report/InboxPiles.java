package id.kulkul.query.report;

import java.util.List;

/** The open cases of one person, each in exactly one pile, the most urgent first. */
public record InboxPiles(List<InboxCard> late, List<InboxCard> dueToday, List<InboxCard> fresh, List<InboxCard> rest) {}
