package id.kulkul.command.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

/**
 * Reads submissions of the first revision, whose sender chose the id and whose event named those who must not read: who
 * may read follows from the list and the group, so the names are no longer read.
 */
final class FreeIds extends SingleEventUpcaster {
    private static final SimpleSerializedType FIRST = new SimpleSerializedType("report-submitted", "1");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(FIRST);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType(FIRST.getName(), "2"),
                JsonNode.class,
                submitted -> ((ObjectNode) submitted.deepCopy()).without("excluded"));
    }
}
