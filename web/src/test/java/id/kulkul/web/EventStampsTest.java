package id.kulkul.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.command.AcceptsItems;
import id.kulkul.command.audit.CheckpointEvent.CheckpointRecorded;
import id.kulkul.command.audit.CheckpointsId;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.seal.ItemHeader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class EventStampsTest {
    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID INVESTIGATOR = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.008009Z");
    private final EventStamps stamps = new EventStamps(EventTypes.standard(), TENANT, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void an_event_of_a_protected_report_tells_the_hour_and_no_more() {
        assertThat(stamped("report", "x").getTimestamp()).isEqualTo(Instant.parse("2026-03-04T05:00:00Z"));
    }

    @Test
    void any_other_event_tells_its_time_to_the_millisecond() {
        assertThat(stamped("staff-member", "x").getTimestamp()).isEqualTo(Instant.parse("2026-03-04T05:06:07.008Z"));
    }

    @Test
    void a_checkpoint_happens_at_its_mark() {
        var mark = Instant.parse("2026-03-04T05:00:00Z");
        var checkpoint = new CheckpointRecorded(
                new CheckpointsId(UUID.randomUUID()),
                "origin",
                mark.toEpochMilli(),
                8,
                Digest.ZERO,
                8,
                UUID.randomUUID(),
                "note",
                Octets.of(new byte[0]));
        assertThat(stamped("checkpoints", checkpoint).getTimestamp()).isEqualTo(mark);
    }

    @Test
    void every_event_names_organisation_and_subject_and_has_a_salt_of_its_own() {
        var first = stamped("report", "x").getMetaData();
        var second = stamped("report", "x").getMetaData();
        assertThat(first)
                .containsOnlyKeys("tenant", "actor", "salt", "subject")
                .containsEntry("tenant", Hex16.of(TENANT));
        assertThat(first.get("subject")).isEqualTo("0".repeat(64));
        assertThat(first.get("salt")).asString().matches("[0-9a-f]{32}").isNotEqualTo(second.get("salt"));
    }

    @Test
    void an_event_without_items_has_no_subject_even_where_its_kind_may_have_some() {
        assertThat(stamped("report", new Taken(List.of())).getMetaData()).containsEntry("subject", "0".repeat(64));
    }

    @Test
    void the_actor_is_who_sent_the_command_and_nobody_without_one() {
        assertThat(stamped("report", "x").getMetaData()).containsEntry("actor", "0".repeat(32));
        var command = new GenericCommandMessage<>("do", Map.of("actor", Hex16.of(INVESTIGATOR)));
        DefaultUnitOfWork.startAndGet(command)
                .execute(() -> assertThat(stamped("report", "x").getMetaData())
                        .containsEntry("actor", Hex16.of(INVESTIGATOR)));
    }

    @Test
    void an_event_of_no_known_aggregate_is_not_published() {
        assertThatThrownBy(() -> stamped("other", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stamp(new GenericEventMessage<>("x"))).isInstanceOf(IllegalArgumentException.class);
    }

    private EventMessage<?> stamped(String aggregate, Object payload) {
        return stamp(new GenericDomainEventMessage<>(aggregate, Hex16.of(UUID.randomUUID()), 0, payload));
    }

    private EventMessage<?> stamp(EventMessage<?> event) {
        return stamps.handle(List.of(event)).apply(0, event);
    }

    private record Taken(List<ItemHeader> items) implements AcceptsItems {
        @Override
        public Sealing sealing() {
            throw new UnsupportedOperationException("stamps are made of the items alone");
        }
    }
}
