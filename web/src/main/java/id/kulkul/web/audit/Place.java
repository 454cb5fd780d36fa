package id.kulkul.web.audit;

/**
 * One case at the moment that an address names.
 *
 * @param asked the moment of the address, which may be an event of another case
 * @param ordinal the case's own last moment up to it, counted from 0
 */
record Place(Timeline timeline, Indexes.Moment asked, int ordinal) {
    /** The case's own moment. */
    Indexes.Moment moment() {
        return timeline.get(ordinal);
    }
}
