package id.kulkul.command;

import static id.kulkul.command.report.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.kulkul.command.audit.CheckpointEvent.CheckpointRecorded;
import id.kulkul.command.audit.CheckpointsId;
import id.kulkul.command.report.ReportEvent.DeadlineMissed;
import id.kulkul.command.report.ReportEvent.ReportSubmitted;
import id.kulkul.command.report.ReportOrigin;
import id.kulkul.crypto.bytes.Octets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    private static final ReportSubmitted SUBMITTED = new ReportSubmitted(
            REPORT,
            "wbs-2026.1",
            "bribery",
            SEALING,
            NONCE,
            List.of(body()),
            REPORTER_KEYS,
            SIGNATURE,
            ReportOrigin.OWN);

    @Test
    void an_event_is_stored_under_its_name_and_comes_back_equal() {
        var stored = stored(SUBMITTED);
        assertThat(stored.getType().getName()).isEqualTo("report-submitted");
        assertThat(stored.getType().getRevision()).isEqualTo("3");
        assertThat(EventJson.serializer().<byte[], ReportSubmitted>deserialize(stored))
                .isEqualTo(SUBMITTED);
    }

    @Test
    void ids_are_hex_and_headers_are_base64url_without_padding() throws Exception {
        var json = json(SUBMITTED);
        assertThat(json.get("report").asText()).isEqualTo(REPORT.toString()).hasSize(32);
        assertThat(json.get("reporterKeys").asText()).isEqualTo(REPORTER_KEYS.hex());
        assertThat(json.get("signature").asText()).hasSize(86);
        assertThat(json.get("items").get(0).asText())
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(body().encoded()));
        assertThat(json.get("sealing").get("recipients").get(0).asText()).hasSize(32);
    }

    @Test
    void days_are_iso_dates() throws Exception {
        var missed = new DeadlineMissed(REPORT, "triage", LocalDate.of(2026, 3, 2));
        assertThat(json(missed).get("lastDay").asText()).isEqualTo("2026-03-02");
        assertThat(EventJson.serializer().<byte[], DeadlineMissed>deserialize(stored(missed)))
                .isEqualTo(missed);
    }

    @Test
    void a_checkpoint_keeps_every_field() throws Exception {
        var day = CheckpointsId.of("kulkul/11/wbs", LocalDate.of(2026, 3, 2), 0);
        var recorded = new CheckpointRecorded(
                day, "kulkul/11/wbs", 900_000, 8, digest(1), 7, id(5), "a\n\nb\n", Octets.of(new byte[32]));
        var json = json(recorded);
        assertThat(json.get("padSeed").asText()).hasSize(32);
        assertThat(json.get("root").asText()).hasSize(64);
        assertThat(EventJson.serializer().<byte[], CheckpointRecorded>deserialize(stored(recorded)))
                .isEqualTo(recorded);
    }

    private static SerializedObject<byte[]> stored(Object event) {
        return EventJson.serializer().serialize(event, byte[].class);
    }

    private static JsonNode json(Object event) throws Exception {
        return EventJson.mapper().readTree(stored(event).getData());
    }
}
