package id.kulkul.query.casework;

import id.kulkul.command.policy.Due;

/**
 * A clock as it stands on the day of the question.
 *
 * @param daysLeft calendar days until the last day, 0 on it, negative after it
 */
public record ClockRow(Due due, Due.State state, long daysLeft) {}
