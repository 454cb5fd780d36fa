package id.kulkul.web.log;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.OrgRoot;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.query.staff.ChannelRow;
import id.kulkul.query.staff.ManifestRow;
import id.kulkul.query.staff.StaffQuery;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.channel.Office;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.page.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands browsers the lists of recipients with all that vouches for them: the root's signatures, the policy, and their
 * place in the open log.
 */
@RestController
class ManifestController {
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final Questions questions;
    private final StoredEvents history;
    private final Provable provable;
    private final Offices offices;
    private final ServerKeys keys;

    ManifestController(Questions questions, StoredEvents history, Provable provable, Offices offices, ServerKeys keys) {
        this.questions = questions;
        this.history = history;
        this.provable = provable;
        this.offices = offices;
        this.keys = keys;
    }

    /** The list of that digest; until a checkpoint of the open log covers it, there is none to trust. */
    @GetMapping("/kerja/manifes/{digest}")
    Map<String, Object> manifest(@PathVariable String digest) {
        return vouched(row(digest(digest)).orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "page/not-found")));
    }

    private Optional<ManifestRow> row(Digest digest) {
        return questions.awaitMaybe(new StaffQuery.OneManifest(digest), ManifestRow.class);
    }

    /**
     * Every list of the open channel, the one in force first; the same for everybody who asks, so that asking tells
     * nothing.
     */
    @GetMapping("/lapor/manifes")
    Map<String, Object> manifests() {
        Office office = office();
        ManifestRow newest = questions.awaitAll(new StaffQuery.Channels(), ChannelRow.class).stream()
                .filter(ChannelRow::open)
                .map(ChannelRow::manifest)
                .findFirst()
                .orElseThrow(ManifestController::notOpen);
        List<Map<String, Object>> lists = Stream.iterate(
                        Optional.of(newest), Optional::isPresent, row -> row.flatMap(this::before))
                .map(row -> vouched(row.orElseThrow()))
                .toList();
        return Map.of("manifests", lists, "posts", posts(office));
    }

    private static Stream<Office.Reader> readers(Office office) {
        return Stream.concat(office.readers().stream(), office.outside().stream());
    }

    /** The posts of readers are public: the form of the channel names them too. */
    private static Map<String, String> posts(Office office) {
        return readers(office).collect(Collectors.toMap(Office.Reader::person, Office.Reader::post));
    }

    /**
     * How each reader of the open channel was registered, as the open log holds it: a post that the server alone says
     * could be anybody's.
     */
    @GetMapping("/lapor/pembaca")
    Map<String, Object> registered() {
        Map<String, Object> registered = readers(office())
                .map(Office.Reader::person)
                .collect(Collectors.toMap(person -> person, this::registration));
        return Map.of("registered", registered);
    }

    private Office office() {
        return offices.awaitOpen().orElseThrow(ManifestController::notOpen);
    }

    private static Refused notOpen() {
        return new Refused(HttpStatus.CONFLICT, "channels/not-open");
    }

    private Map<String, Object> registration(String person) {
        return provable.event(history.one("staff-member", person, 0).orElseThrow());
    }

    private Optional<ManifestRow> before(ManifestRow row) {
        try {
            Digest earlier = Manifest.decoded(row.manifest().bytes()).prev();
            return earlier.equals(Digest.ZERO) ? Optional.empty() : row(earlier);
        } catch (OpenFailed changed) {
            throw new IllegalStateException("A published list is not what it was", changed);
        }
    }

    private Map<String, Object> vouched(ManifestRow row) {
        OrgRoot root = keys.root().orElseThrow();
        try {
            Map<String, Object> vouched = new HashMap<>(provable.event(published(row)));
            vouched.put("manifest", text(row.manifest().bytes()));
            vouched.put("ed25519", text(row.ed25519().bytes()));
            vouched.put("mldsa44", text(row.mldsa44().bytes()));
            vouched.put(
                    "root",
                    Map.of(
                            "ed25519", text(root.key().ed25519()),
                            "mldsa44", text(root.key().mldsa44())));
            String policy = keys.policy(Manifest.decoded(row.manifest().bytes()).policy());
            vouched.put("policy", text(policy.getBytes(StandardCharsets.UTF_8)));
            return vouched;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OpenFailed changed) {
            throw new IllegalStateException("A published list is not what it was", changed);
        }
    }

    private StoredEvent published(ManifestRow row) {
        return LongStream.iterate(0, sequence -> sequence + 1)
                .mapToObj(sequence -> history.one("channel", row.channel().toString(), sequence))
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .filter(stored -> stored.name().equals("manifest-published") && names(stored, row))
                .findFirst()
                .orElseThrow();
    }

    private static boolean names(StoredEvent stored, ManifestRow row) {
        return new String(stored.payload(), StandardCharsets.UTF_8)
                .contains(row.digest().hex());
    }

    private static Digest digest(String hex) {
        try {
            return Digest.of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException notADigest) {
            throw new Refused(HttpStatus.NOT_FOUND, "page/not-found");
        }
    }

    private static String text(byte[] bytes) {
        return TEXT.encodeToString(bytes);
    }
}
