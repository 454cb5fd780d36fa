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
import java.util.Map;
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
                .flatMap(channels -> Mono.justOrEmpty(
                        channels.stream().filter(ChannelRow::open).findFirst()))
                .flatMap(channel -> posts().map(posts -> new Office(manifest(channel.manifest()), posts)));
    }

    /** The public posts of everybody, by person. */
    public Mono<Map<UUID, String>> posts() {
        return questions.all(new StaffQuery.Directory(), StaffRow.class).map(people -> people.stream()
                .collect(Collectors.toMap(StaffRow::person, StaffRow::post)));
    }

    /** The published lists of these digests. */
    public Mono<Map<Digest, Manifest>> manifests(Collection<Digest> digests) {
        return Flux.fromIterable(new HashSet<>(digests))
                .flatMap(digest -> questions.maybe(new StaffQuery.OneManifest(digest), ManifestRow.class))
                .collectMap(ManifestRow::digest, this::manifest);
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
