package id.kulkul.web.channel;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.query.staff.ChannelRow;
import id.kulkul.query.staff.ManifestRow;
import id.kulkul.query.staff.StaffQuery;
import id.kulkul.query.staff.StaffRow;
import id.kulkul.web.bus.Questions;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the open channel and any list of recipients that was ever published. */
@Component
public class Offices {
    private final Questions questions;
    private final Map<Digest, Manifest> read = new ConcurrentHashMap<>();

    Offices(Questions questions) {
        this.questions = questions;
    }

    /** The office that receives now; empty while no channel is open. */
    public Mono<Office> open() {
        return questions
                .all(new StaffQuery.Channels(), ChannelRow.class)
                .flatMap(channels -> Mono.justOrEmpty(open(channels)))
                .flatMap(channel -> posts().map(posts -> new Office(manifest(channel.manifest()), posts)));
    }

    /** Waits for it. */
    public Optional<Office> awaitOpen() {
        return open(questions.awaitAll(new StaffQuery.Channels(), ChannelRow.class))
                .map(channel -> new Office(manifest(channel.manifest()), awaitPosts()));
    }

    private static Optional<ChannelRow> open(List<ChannelRow> channels) {
        return channels.stream().filter(ChannelRow::open).findFirst();
    }

    private Mono<Map<UUID, String>> posts() {
        return questions.all(new StaffQuery.Directory(), StaffRow.class).map(Offices::posts);
    }

    /** Waits for the public posts of everybody, by person. */
    public Map<UUID, String> awaitPosts() {
        return posts(questions.awaitAll(new StaffQuery.Directory(), StaffRow.class));
    }

    private static Map<UUID, String> posts(List<StaffRow> people) {
        return people.stream().collect(Collectors.toMap(StaffRow::person, StaffRow::post));
    }

    /** The published lists of these digests. */
    public Mono<Map<Digest, Manifest>> manifests(Collection<Digest> digests) {
        return Flux.fromIterable(new HashSet<>(digests))
                .flatMap(digest -> questions.maybe(new StaffQuery.OneManifest(digest), ManifestRow.class))
                .collectMap(ManifestRow::digest, this::manifest);
    }

    /** Waits for the published list of a digest, if there is one. */
    public Optional<Manifest> awaitManifest(Digest digest) {
        return questions
                .awaitMaybe(new StaffQuery.OneManifest(digest), ManifestRow.class)
                .map(this::manifest);
    }

    private Manifest manifest(ManifestRow row) {
        return read.computeIfAbsent(row.digest(), digest -> decoded(row));
    }

    private static Manifest decoded(ManifestRow row) {
        try {
            return Manifest.decoded(row.manifest().bytes());
        } catch (OpenFailed e) {
            throw new IllegalStateException("A published list of recipients is not what it was", e);
        }
    }
}
