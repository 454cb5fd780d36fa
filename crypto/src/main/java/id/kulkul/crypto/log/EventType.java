package id.kulkul.crypto.log;

/**
 * A stored event name and its number, which is unique over all aggregates and never changes.
 *
 * @param code 1..65535
 * @param unnamed who acts where the event names nobody of the office
 */
public record EventType(int code, AggregateType aggregate, String name, Unnamed unnamed, Place place) {

    /** Who acts without a name: whoever reported, the office's own clock, or nobody, since an official always does. */
    public enum Unnamed {
        REPORTER,
        SYSTEM,
        OFFICE
    }

    /** Where an event stands in the history of its aggregate. */
    public enum Place {
        /** It is the first event, and no other. */
        BEGINS,
        /** The first event is one of these. */
        FIRST,
        /** Nothing follows it but what comes after an end. */
        ENDS,
        /** It may follow the end. */
        AFTER,
        /** None of its own. */
        ANYWHERE
    }
}
