package id.kulkul.query.report;

import java.util.List;

/**
 * One page of the proposals to set reports aside that a person may see, the newest first.
 *
 * @param waiting how many of all wait for a second person
 */
public record FloodList(List<FloodRow> floods, int number, int pages, int waiting) {}
