package id.kulkul.query.casework;

/**
 * The reference of an item that a case had at a moment.
 *
 * @param row openings are those up to the moment
 * @param isReadable whether anybody for whom it was sealed may still read it today
 */
public record PastItem(ItemRow row, boolean isReadable) {}
