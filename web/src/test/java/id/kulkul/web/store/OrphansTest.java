package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.RowClass;
import id.kulkul.crypto.vault.VaultKeys;
import id.kulkul.crypto.vault.VaultRow;
import id.kulkul.web.life.Ends;
import id.kulkul.web.life.Lives;
import id.kulkul.web.life.Rounds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
    private static final Instant START = Instant.parse("2026-01-01T08:20:00Z");
    private static final UUID CASE = Hex16.parse(Noted.id(1));

    private Path folder;
    private GroupCommitEvents history;
    private SqliteVault vault;
    private FileBlobs blobs;
    private VaultKeys keys;
    private Orphans orphans;
    private Instant now;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException, SQLException {
        folder = temporary;
        history = GroupCommitEvents.open(folder.resolve("events.db"), Noted.serializer(), NoOpEventUpcaster.INSTANCE);
        vault = new SqliteVault(folder.resolve("vault.db"));
        blobs = new FileBlobs(folder.resolve("blobs"));
        keys = VaultKeys.create(folder.resolve("keys"));
        history.appendEvents(Noted.event(1, 0));
        now = START;
        orphans = started();
    }

    @AfterEach
    void close() throws SQLException {
        vault.close();
        history.close();
    }

    @Test
    void a_blob_without_an_event_is_put_aside_after_a_day_and_not_before() throws IOException {
        var orphan = blobs.keep("left by a crash".getBytes(StandardCharsets.US_ASCII));
        assertThat(collectedAfter(Duration.ZERO)).isZero();
        assertThat(collectedAfter(Duration.ofHours(20))).isZero();
        assertThat(blobs.addresses()).containsExactly(orphan);
        assertThat(collectedAfter(Duration.ofHours(25))).isEqualTo(1);
        assertThat(blobs.addresses()).isEmpty();
    }

    @Test
    void what_came_after_the_last_look_gets_its_own_day() throws IOException {
        collectedAfter(Duration.ZERO);
        var late = blobs.keep("just written".getBytes(StandardCharsets.US_ASCII));
        assertThat(collectedAfter(Duration.ofHours(25))).isZero();
        assertThat(blobs.addresses()).containsExactly(late);
        assertThat(collectedAfter(Duration.ofHours(50))).isEqualTo(1);
    }

    @Test
    void rows_of_a_case_without_an_event_go_and_those_of_a_case_stay() throws IOException {
        var key = row(RowClass.CASE_KEY, CASE);
        var lonely = row(RowClass.CASE_KEY, UUID.randomUUID());
        var staff = row(RowClass.STAFF, UUID.randomUUID());
        vault.write(List.of(key, lonely, staff));
        collectedAfter(Duration.ZERO);
        assertThat(collectedAfter(Duration.ofHours(25))).isEqualTo(1);
        assertThat(vault.find(key.id())).isPresent();
        assertThat(vault.find(staff.id())).isPresent();
        assertThat(vault.find(lonely.id())).isEmpty();
    }

    @Test
    void stanzas_of_an_item_that_no_event_accepted_go_though_their_case_exists() throws IOException {
        var stanzas = row(RowClass.STANZAS, CASE);
        vault.write(List.of(stanzas));
        collectedAfter(Duration.ZERO);
        assertThat(collectedAfter(Duration.ofHours(25))).isEqualTo(1);
        assertThat(vault.find(stanzas.id())).isEmpty();
    }

    @Test
    void what_an_event_accepted_stays_for_good() throws IOException {
        var parcel = message();
        var blob = blobs.keep(parcel.blob());
        var stanzas = new VaultRow(
                CaseVault.stanzaId(parcel.header().context().item()), RowClass.STANZAS, CASE, 0, 0, new byte[] {1});
        vault.write(List.of(stanzas));
        history.appendEvents(new GenericDomainEventMessage<>(
                "note", Noted.id(1), 1, new Accepted(List.of(text(parcel.header()))), Noted.STAMPS));
        for (int day = 0; day < 4; day++)
            assertThat(collectedAfter(Duration.ofHours(25L * day))).isZero();
        assertThat(blobs.length(blob)).isPositive();
        assertThat(vault.find(stanzas.id())).isPresent();
    }

    @Test
    void a_blob_that_is_sent_again_gets_a_new_day() throws IOException {
        byte[] content = "sent, and sent again a day later".getBytes(StandardCharsets.US_ASCII);
        var blob = blobs.keep(content);
        collectedAfter(Duration.ZERO);
        blobs.keep(content);
        assertThat(collectedAfter(Duration.ofHours(25))).isZero();
        assertThat(blobs.addresses()).containsExactly(blob);
        now = START.plus(Duration.ofHours(40));
        blobs.keep(content);
        assertThat(collectedAfter(Duration.ofHours(50))).isZero();
        assertThat(collectedAfter(Duration.ofHours(75))).isEqualTo(1);
        assertThat(blobs.addresses()).isEmpty();
    }

    @Test
    void naming_a_blob_keeps_nothing_and_claiming_it_does() throws IOException {
        var named = blobs.keep("named by a broken submission".getBytes(StandardCharsets.US_ASCII));
        var claimed = blobs.keep("claimed by a whole one".getBytes(StandardCharsets.US_ASCII));
        collectedAfter(Duration.ZERO);
        assertThat(blobs.length(named)).isPositive();
        blobs.open(named).close();
        assertThat(blobs.claim(claimed)).isTrue();
        assertThat(collectedAfter(Duration.ofHours(25))).isEqualTo(1);
        assertThat(blobs.addresses()).containsExactly(claimed);
        assertThat(blobs.claim(named))
                .as("a whole report takes it back from where it waits")
                .isTrue();
    }

    @Test
    void a_case_that_is_begun_again_gets_a_new_day() throws IOException {
        var row = row(RowClass.CASE_KEY, UUID.randomUUID());
        vault.write(List.of(row));
        collectedAfter(Duration.ZERO);
        vault.delete(row.id());
        vault.write(List.of(row));
        assertThat(collectedAfter(Duration.ofHours(25))).isZero();
        assertThat(vault.find(row.id())).isPresent();
        assertThat(collectedAfter(Duration.ofHours(50))).isEqualTo(1);
    }

    @Test
    void a_program_that_has_just_started_waits_for_what_was_on_its_way() throws IOException {
        var orphan = blobs.keep("sent before a restart".getBytes(StandardCharsets.US_ASCII));
        collectedAfter(Duration.ZERO);
        now = START.plus(Duration.ofHours(25));
        orphans = started();
        assertThat(collectedAfter(Duration.ofHours(26))).isZero();
        assertThat(blobs.addresses()).containsExactly(orphan);
        assertThat(collectedAfter(Duration.ofHours(32))).isEqualTo(1);
    }

    @Test
    void a_memory_that_a_crash_left_torn_is_none() throws IOException {
        var orphan = blobs.keep("left by a crash".getBytes(StandardCharsets.US_ASCII));
        for (byte[] torn : List.of(new byte[0], "2026-01-0".getBytes(StandardCharsets.US_ASCII), new byte[] {-1, -1})) {
            Files.write(folder.resolve("orphans"), torn);
            assertThat(collectedAfter(Duration.ofHours(25))).isZero();
        }
        Files.writeString(
                folder.resolve("orphans"),
                "2026-01-01T08:00:00Z\nblob " + orphan.hex().substring(9));
        assertThat(collectedAfter(Duration.ofHours(25))).isZero();
        assertThat(collectedAfter(Duration.ofHours(50))).isEqualTo(1);
    }

    @Test
    void what_was_put_aside_is_removed_a_week_later_and_not_before() throws IOException {
        var orphan = blobs.keep("left by a crash".getBytes(StandardCharsets.US_ASCII));
        var lonely = row(RowClass.CASE_KEY, UUID.randomUUID());
        vault.write(List.of(lonely));
        collectedAfter(Duration.ZERO);
        assertThat(collectedAfter(Duration.ofDays(2))).isEqualTo(2);
        collectedAfter(Duration.ofDays(8));
        assertThat(blobs.quarantine().addresses()).containsExactly(orphan);
        assertThat(vault.quarantine().whose()).containsExactly(lonely.owner());
        collectedAfter(Duration.ofDays(10));
        assertThat(blobs.quarantine().addresses()).isEmpty();
        assertThat(vault.quarantine().whose()).isEmpty();
        assertThat(blobs.length(orphan)).isEqualTo(-1);
        assertThat(vault.find(lonely.id())).isEmpty();
    }

    @Test
    void what_an_event_needs_after_all_comes_back_as_it_was() throws IOException {
        var parcel = message();
        var blob = blobs.keep(parcel.blob());
        var key = row(RowClass.CASE_KEY, Hex16.parse(Noted.id(2)));
        var item = CaseVault.stanzaId(parcel.header().context().item());
        var stanzas = new VaultRow(item, RowClass.STANZAS, CASE, 0, 0, new byte[] {1, 2, 3});
        vault.write(List.of(key, stanzas));
        collectedAfter(Duration.ZERO);
        assertThat(collectedAfter(Duration.ofHours(25))).isEqualTo(3);
        assertThat(vault.find(item)).isEmpty();
        history.appendEvents(new GenericDomainEventMessage<>(
                "note", Noted.id(1), 1, new Accepted(List.of(text(parcel.header()))), Noted.STAMPS));
        history.appendEvents(Noted.event(2, 0));
        collectedAfter(Duration.ofHours(50));
        assertThat(blobs.addresses()).containsExactly(blob);
        assertThat(vault.find(item).orElseThrow().blob()).containsExactly(1, 2, 3);
        assertThat(vault.find(key.id()).orElseThrow().blob()).isEqualTo(key.blob());
        assertThat(vault.quarantine().whose()).isEmpty();
    }

    @Test
    void a_blob_that_is_claimed_comes_back_at_once_and_one_that_is_only_named_does_not() throws IOException {
        byte[] content = "sent before a long pause".getBytes(StandardCharsets.US_ASCII);
        var blob = blobs.keep(content);
        collectedAfter(Duration.ZERO);
        assertThat(collectedAfter(Duration.ofHours(25))).isEqualTo(1);
        assertThat(blobs.length(blob)).isEqualTo(-1);
        assertThat(blobs.addresses()).isEmpty();
        assertThat(blobs.claim(blob)).isTrue();
        assertThat(blobs.addresses()).containsExactly(blob);
        try (var in = blobs.open(blob)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void nothing_that_may_be_newer_than_the_newest_event_is_put_aside_or_removed() throws IOException {
        blobs.keep("its event may be lost".getBytes(StandardCharsets.US_ASCII));
        var muchLater = Duration.between(START, Instant.now()).plusDays(2);
        assertThat(collectedAfter(muchLater)).isZero();
        assertThat(collectedAfter(muchLater.plusDays(2))).isZero();
        assertThat(collectedAfter(muchLater.plusDays(30))).isZero();
        assertThat(blobs.addresses()).hasSize(1);
    }

    private static Parcel message() {
        var context = new Context(Kind.MSG_TO_TEAM, Hex16.ZERO, Hex16.ZERO, CASE, UUID.randomUUID(), 1, 0);
        var audience =
                new Recipients(Digest.ZERO, 0, List.of(OpeningKey.random().recipient()));
        var draft = Draft.of(Draft.MESSAGE, "text".getBytes(StandardCharsets.US_ASCII));
        return Seal.signed(context, draft, SigningKey.random(), audience, Origin.SENDER);
    }

    private static String text(ItemHeader header) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.encoded());
    }

    private record Accepted(List<String> items) {}

    @Test
    void what_is_remembered_tells_an_hour_and_nothing_finer() throws IOException {
        collectedAfter(Duration.ZERO);
        assertThat(Files.readAllLines(folder.resolve("orphans"))).containsExactly("2026-01-01T08:00:00Z");
    }

    private static VaultRow row(RowClass rowClass, UUID owner) {
        return new VaultRow(UUID.randomUUID(), rowClass, owner, 0, 0, new byte[] {1});
    }

    private int collectedAfter(Duration time) throws IOException {
        now = START.plus(time);
        return orphans.collect();
    }

    @Test
    void a_round_that_an_error_ended_is_tried_again() throws Exception {
        var orphan = blobs.keep("left by a crash".getBytes(StandardCharsets.US_ASCII));
        collectedAfter(Duration.ZERO);
        now = now.plus(Duration.ofHours(25));
        var errors = new AtomicInteger(-1);
        var cases = new CaseVault(UUID.randomUUID(), keys, vault);
        var memory = new OrphanMemory(folder.resolve("orphans"));
        var failing = new Orphans(new SqliteStoredEvents(history), blobs, vault, cases, memory, () -> {
            if (errors.getAndIncrement() == 0) throw new LinkageError("as a test");
            return now.plus(Duration.ofHours(25L * Math.max(0, errors.get())));
        });
        Lives lives = Ends.quick();
        new OrphanRounds(failing, new Rounds(() -> true, lives), Duration.ZERO).begin();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (blobs.addresses().contains(orphan) && System.nanoTime() < end) LockSupport.parkNanos(1_000_000);
        lives.stop();
        assertThat(blobs.addresses()).isEmpty();
        assertThat(lives.restarts()).containsEntry("orphans", 1);
    }

    private Orphans started() {
        var cases = new CaseVault(UUID.randomUUID(), keys, vault);
        var memory = new OrphanMemory(folder.resolve("orphans"));
        return new Orphans(new SqliteStoredEvents(history), blobs, vault, cases, memory, () -> now);
    }
}
