package id.kulkul.query.store;

import java.util.ArrayList;
import java.util.List;

/** Which documents are asked for, in which order, and how many at most. */
public record Where(List<Condition> conditions, List<String> order, int limit) {
    /** How a field is compared. */
    public enum Comparison {
        EQUAL("="),
        BEFORE("<"),
        AFTER(">"),
        /** The value is one of those that the document has; documents are found by it. */
        HOLDS(""),
        /** The same, asked of each document that is found otherwise. */
        HAS("");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /** One field of the top level of a document against a text, a number or a truth value. */
    public record Condition(String field, Comparison comparison, Object value) {}

    public Where {
        conditions = List.copyOf(conditions);
        order = List.copyOf(order);
        if (limit < 1) throw new IllegalArgumentException("a list has a limit");
    }

    /** At most this many documents, whichever they are. */
    public static Where atMost(int limit) {
        return new Where(List.of(), List.of(), limit);
    }

    /** All documents, however many: for whoever walks them and stops. */
    public static Where any() {
        return atMost(Integer.MAX_VALUE);
    }

    /** Only documents whose field equals the value. */
    public Where equal(String field, Object value) {
        return and(new Condition(field, Comparison.EQUAL, value));
    }

    /** Only documents whose field is less than the value; one without the field is none of them. */
    public Where before(String field, Object value) {
        return and(new Condition(field, Comparison.BEFORE, value));
    }

    /** Only documents whose field is greater than the value; one without the field is none of them. */
    public Where after(String field, Object value) {
        return and(new Condition(field, Comparison.AFTER, value));
    }

    /** Only documents of which this is one of several of the field. */
    public Where holding(String field, String value) {
        return and(new Condition(field, Comparison.HOLDS, value));
    }

    /** The same for whoever walks few of many in their order: none is found by it, and each is asked. */
    public Where having(String field, String value) {
        return and(new Condition(field, Comparison.HAS, value));
    }

    /** Ordered by these fields, the least first. */
    public Where orderedBy(String... fields) {
        return new Where(conditions, List.of(fields), limit);
    }

    private Where and(Condition condition) {
        var more = new ArrayList<>(conditions);
        more.add(condition);
        return new Where(more, order, limit);
    }
}
