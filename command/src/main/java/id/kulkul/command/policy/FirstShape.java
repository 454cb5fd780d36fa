package id.kulkul.command.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;

/**
 * Reads rules as they were written before they had a family and named stored events: what was published, and may be
 * named by a signed list with its digest, is never written anew.
 */
final class FirstShape {
    private static final Map<String, String> EVENTS = Map.ofEntries(
            Map.entry("RECEIVED", "report-submitted"),
            Map.entry("ACKNOWLEDGED", "report-acknowledged"),
            Map.entry("DECLINED", "report-declined"),
            Map.entry("REOPENED", "report-reopened"),
            Map.entry("INVESTIGATION_STARTED", "investigation-started"),
            Map.entry("INVESTIGATION_EXTENDED", "investigation-extended"),
            Map.entry("FINDINGS_DRAFTED", "findings-drafted"),
            Map.entry("FINDINGS_CONFIRMED", "findings-confirmed"),
            Map.entry("HANDED_OVER", "report-handed-over"),
            Map.entry("FEEDBACK_GIVEN", "feedback-given"),
            Map.entry("CLOSED", "report-closed"));

    private FirstShape() {}

    /** The rules in the shape of today; others are returned as they are. */
    static JsonNode read(JsonNode rules) {
        if (rules.has("family")) return rules;
        ObjectNode today = rules.deepCopy();
        today.put("family", "wbs");
        today.putObject("numbers").set("objection-days", today.remove("objectionDays"));
        today.putObject("codes").set("category", today.remove("categories"));
        today.get("clocks").forEach(clock -> named((ObjectNode) clock));
        return today;
    }

    private static void named(ObjectNode clock) {
        for (var field : List.of("start", "restart")) if (clock.has(field)) name(clock, field);
        if (clock.get("latestStart") instanceof ObjectNode latest) name(latest, "after");
        if (clock.get("extension") instanceof ObjectNode extension) name(extension, "by");
        var ends = clock.remove("ends");
        var named = clock.putArray("ends");
        ends.forEach(end -> named.add(event(end)));
    }

    private static void name(ObjectNode object, String field) {
        object.set(field, TextNode.valueOf(event(object.get(field))));
    }

    private static String event(JsonNode milestone) {
        var event = EVENTS.get(milestone.asText());
        if (event == null) throw new IllegalArgumentException("no event of that name: " + milestone);
        return event;
    }
}
