package id.kulkul.command.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

/**
 * Reads submissions of the second revision, which did not say where a report comes from: there was no other way than
 * the reporter's own.
 */
final class NoOrigin extends SingleEventUpcaster {
    private static final SimpleSerializedType SECOND = new SimpleSerializedType("report-submitted", "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(SECOND);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType(SECOND.getName(), "3"),
                JsonNode.class,
                submitted -> ((ObjectNode) submitted.deepCopy()).put("origin", ReportOrigin.OWN.name()));
    }
}
