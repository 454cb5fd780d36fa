package id.kulkul.crypto.tools;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.ManifestSignatures;
import id.kulkul.crypto.keys.ManifestType;
import id.kulkul.crypto.keys.Member;
import id.kulkul.crypto.keys.MemberRole;
import id.kulkul.crypto.log.EventMeta;
import id.kulkul.crypto.log.Fixtures;
import id.kulkul.crypto.log.History;
import id.kulkul.crypto.log.ListsInForce;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogLeaf;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.MerkleTree;
import id.kulkul.crypto.log.SignedCheckpoint;
import id.kulkul.crypto.log.TlogProof;
import id.kulkul.crypto.log.TrustPolicy;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.SigningKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** A server with true keys that dates what it shows as a test wants it, or answers with something else. */
final class FakeSite implements AutoCloseable {
    static final String ROOT = History.ROOT.publicKey().rootFingerprint().hex();

    private static final LogKeys OPEN = Fixtures.keys(new LogOrigin(Fixtures.TENANT, LogName.OPEN), 21);
    private static final String POLICY = TrustPolicy.withoutWitnesses(List.of(Fixtures.KEYS, OPEN));
    private static final UUID CHANNEL = new UUID(4, 4);
    private static final UUID NOBODY = new UUID(0, 0);

    /** What was asked for, method and path. */
    final List<String> asked = new ArrayList<>();

    private final HttpServer server;
    private Instant mark = Fixtures.MARK;
    private long validFromHour = hour(Fixtures.MARK);
    private long hourDue = hour(Fixtures.MARK) + 1;
    private LogKeys signer = Fixtures.KEYS;
    private LogKeys opens = OPEN;
    private int named = 1;
    private String instead = "";
    private int status;
    private String page = "";

    FakeSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    static long hour(Instant time) {
        return time.getEpochSecond() / 3600;
    }

    FakeSite provenAt(Instant time) {
        mark = time;
        return this;
    }

    FakeSite validFrom(long hour) {
        validFromHour = hour;
        return this;
    }

    FakeSite due(long hour) {
        hourDue = hour;
        return this;
    }

    FakeSite promisedBy(LogKeys keys) {
        signer = keys;
        return this;
    }

    /** A loss was declared, and the open log goes on in that generation. */
    FakeSite restored(int generation) {
        opens = OPEN.in(OPEN.origin().inGeneration(generation));
        return this;
    }

    /**
     * A second list is in force, and whoever stands between drops it from every answer; the log may name what is in
     * force.
     */
    void droppingTheNewestList(boolean isNamed) {
        named = isNamed ? 2 : 0;
    }

    /**
     * A checkpoint of the open log in its first origin, for a tree of that size that this site does not continue, be it
     * proven or not.
     */
    static String kept(long size) {
        return OPEN.sign(size, Digest.sha256(), Fixtures.MARK).note();
    }

    /** The same, of the empty log, which every one continues. */
    static String keptEmpty() {
        return OPEN.sign(0, new MerkleTree().root(0), Fixtures.MARK).note();
    }

    static String origin(int generation) {
        return OPEN.origin().inGeneration(generation).text();
    }

    /** At one path it gives another answer. */
    FakeSite answering(String path, int withStatus, String text) {
        instead = path;
        status = withStatus;
        page = text;
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path);
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (path.equals(instead)) answer(exchange, status, page);
            else if (path.equals("/lapor/terima")) answer(exchange, 200, "{\"receives\":true}");
            else if (path.equals("/lapor/manifes")) answer(exchange, 200, "{\"manifests\":[" + list() + "]}");
            else if (path.equals("/lapor/tersegel")) answer(exchange, 201, acknowledged(Json.parse(body)));
            else answer(exchange, 404, "{\"code\":\"page/not-found\"}");
        } catch (OpenFailed e) {
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Manifest manifest(int epoch, Digest before) {
        return new Manifest(
                ManifestType.RECIPIENTS,
                Fixtures.TENANT,
                CHANNEL,
                epoch,
                validFromHour,
                before,
                0,
                Digest.sha256(POLICY.getBytes(StandardCharsets.UTF_8)),
                Digest.ZERO,
                Digest.ZERO,
                0,
                List.of(reader(1), reader(2)));
    }

    private String list() {
        Manifest manifest = manifest(1, Digest.ZERO);
        ManifestSignatures signed = ManifestSignatures.sign(manifest, History.ROOT);
        var root = History.ROOT.publicKey();
        return "{\"manifest\":\"" + text(manifest.encoded()) + "\",\"ed25519\":\"" + text(signed.ed25519())
                + "\",\"mldsa44\":\"" + text(signed.mldsa44()) + "\",\"policy\":\""
                + text(POLICY.getBytes(StandardCharsets.UTF_8)) + "\",\"root\":{\"ed25519\":\"" + text(root.ed25519())
                + "\",\"mldsa44\":\"" + text(root.mldsa44()) + "\"}," + published(manifest) + "}";
    }

    private static Member reader(int number) {
        return Member.of(
                new UUID(7, number),
                MemberRole.INVESTIGATOR,
                OpeningKey.random().recipient(),
                SigningKey.random().verifying());
    }

    private String published(Manifest manifest) {
        byte[] payload = payload(manifest);
        EventMeta meta = meta(0);
        MerkleTree tree = new MerkleTree();
        tree.append(leaf(meta, payload).hash());
        ListsInForce inForce = ListsInForce.NONE.with(CHANNEL, manifest.digest());
        if (named != 1) {
            Manifest later = manifest(2, manifest.digest());
            tree.append(leaf(meta(1), payload(later)).hash());
            inForce = named == 2 ? inForce.with(CHANNEL, later.digest()) : ListsInForce.NONE;
        }
        SignedCheckpoint signed = opens.sign(tree.size(), tree.root(tree.size()), mark, inForce);
        TlogProof proof = new TlogProof(leaf(meta, payload), 0, tree.inclusion(0, tree.size()), signed);
        return "\"proof\":\"" + text(proof.bytes()) + "\",\"event\":{\"eventId\":\"" + Hex16.of(meta.eventId())
                + "\",\"aggregateType\":2,\"aggregate\":\"" + Hex16.of(CHANNEL)
                + "\",\"sequence\":0,\"eventType\":2,\"revision\":1,\"actor\":\"" + Hex16.of(NOBODY)
                + "\",\"timeMillis\":" + mark.toEpochMilli() + ",\"payload\":\"" + text(payload) + "\"}";
    }

    private static byte[] payload(Manifest manifest) {
        return ("{\"manifest\":\"" + text(manifest.encoded()) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private EventMeta meta(int sequence) {
        return new EventMeta(new UUID(5, 5), 2, CHANNEL, sequence, 2, 1, NOBODY, mark.toEpochMilli());
    }

    private LogLeaf leaf(EventMeta meta, byte[] payload) {
        return new LogLeaf(
                Fixtures.TENANT,
                2,
                CHANNEL,
                meta.sequence(),
                2,
                hour(mark),
                NOBODY,
                meta.payloadSha256(payload),
                Digest.ZERO);
    }

    private String acknowledged(Json message) throws OpenFailed {
        List<ItemHeader> headers = new ArrayList<>();
        for (Json item : message.at("items").list())
            headers.add(ItemHeader.decoded(item.at("header").base64()));
        LogLeaf leaf = new LogLeaf(
                Fixtures.TENANT,
                1,
                Hex16.parse(message.at("report").text()),
                0,
                20,
                hour(mark),
                new UUID(8, 8),
                Digest.ZERO,
                ItemHeader.subject(headers));
        return "{\"leaf\":\"" + text(leaf.encoded()) + "\",\"promise\":\""
                + text(signer.promise(leaf.hash(), hourDue).encoded()) + "\"}";
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
