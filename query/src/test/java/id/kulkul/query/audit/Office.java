package id.kulkul.query.audit;

import id.kulkul.command.channel.ChannelEvent.ManifestPublished;
import id.kulkul.command.channel.ChannelId;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.ManifestSignatures;
import id.kulkul.crypto.keys.ManifestType;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.HybridKey;
import id.kulkul.crypto.log.ListsInForce;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.TrustPolicy;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** An organisation with keys of fixed bytes, its stored rows, and the clock that cuts its logs. */
final class Office {

    static final HybridKey ROOT = key(9);
    static final Map<LogName, LogKeys> KEYS = keys();
    static final String POLICY = TrustPolicy.withoutWitnesses(List.copyOf(KEYS.values()));

    static final UUID CHANNEL = new UUID(0xc4a, 1);

    final Rows rows = new Rows();
    Leaves leaves = restarted();
    private Instant mark = Rows.START;
    private ListsInForce lists = ListsInForce.NONE;
    private final Map<UUID, Integer> epochs = new HashMap<>();

    private static HybridKey key(int seed) {
        byte[] first = new byte[32];
        byte[] second = new byte[32];
        Arrays.fill(first, (byte) seed);
        Arrays.fill(second, (byte) (seed + 100));
        return HybridKey.of(first, second);
    }

    private static Map<LogName, LogKeys> keys() {
        Map<LogName, LogKeys> keys = new EnumMap<>(LogName.class);
        for (LogName log : LogName.values()) {
            keys.put(
                    log,
                    new LogKeys(new LogOrigin(Rows.TENANT, log), key(log.text().charAt(0))));
        }
        return keys;
    }

    /** The same rows read by a program that has just started. */
    Leaves restarted() {
        Leaves fresh = new Leaves(
                EventTypes.standard(),
                rows,
                Rows.TENANT,
                new SecureRandom(),
                new AppendedLeaves(EventTypes.standard()));
        fresh.follow();
        return fresh;
    }

    void restart() {
        leaves = restarted();
    }

    Exports exports() {
        return new Exports(rows, leaves, () -> new Published(List.of(ROOT.publicKey()), List.of(POLICY)));
    }

    Optional<Cut> cut(LogName log) {
        mark = mark.plusSeconds(900);
        return leaves.cut(log, mark, Marks.standard(log));
    }

    void store(Cut cut) {
        rows.checkpoint(cut.signed(keys(cut.origin().log())));
        leaves.follow();
    }

    void checkpoint(LogName log) {
        cut(log).ifPresent(this::store);
    }

    static LogKeys keys(LogName log) {
        return Objects.requireNonNull(KEYS.get(log));
    }

    /** The next list of recipients of that channel. */
    Digest publishManifest(UUID channel) {
        Digest before = lists.of(channel).orElse(Digest.ZERO);
        int epoch = epochs.merge(channel, 1, Integer::sum);
        Digest policy = Digest.sha256(POLICY.getBytes(StandardCharsets.UTF_8));
        Manifest manifest = new Manifest(
                ManifestType.RECIPIENTS,
                Rows.TENANT,
                channel,
                epoch,
                480_000,
                before,
                0,
                policy,
                Digest.ZERO,
                Digest.ZERO,
                0,
                List.of());
        ManifestSignatures signatures = ManifestSignatures.sign(manifest, ROOT);
        String payload = Rows.json(new ManifestPublished(
                new ChannelId(channel),
                new UUID(0, 1),
                epoch,
                manifest.digest(),
                Octets.of(manifest.encoded()),
                Octets.of(signatures.ed25519()),
                Octets.of(signatures.mldsa44())));
        rows.append("channel", channel, "manifest-published", payload);
        lists = lists.with(channel, manifest.digest());
        return manifest.digest();
    }

    /** A manifest, three reports, two people, and checkpoints between them. */
    static Office busy() {
        Office office = new Office();
        office.publishManifest(CHANNEL);
        office.rows.report(1, "report-submitted");
        office.rows.staff(1, "staff-registered");
        office.rows.report(1, "report-acknowledged");
        office.checkpoint(LogName.WBS);
        office.checkpoint(LogName.OPEN);
        office.rows.report(2, "report-submitted");
        office.rows.staff(2, "staff-registered");
        office.rows.report(1, "item-opened");
        office.rows.report(3, "report-submitted");
        office.checkpoint(LogName.OPEN);
        office.checkpoint(LogName.WBS);
        office.checkpoint(LogName.WBS);
        office.rows.report(3, "item-opened");
        return office;
    }
}
