package id.kulkul.web.bench;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.web.bench.Strangers.Behaviour;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The ways to crowd others out that were tried on this program, each with how many come a second and how many are there
 * at once.
 */
final class Attacks {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=b";
    private static final String OCTETS = "application/octet-stream";
    private static final long GIBIBYTE = 1L << 30;

    /** One way. */
    record Attack(int aSecond, int mostAtOnce, Behaviour behaviour) {
        Strangers against(int port) {
            return new Strangers(port, aSecond, mostAtOnce, behaviour);
        }

        /** The same by so much fewer. */
        Attack by(int fewer) {
            return new Attack(Math.max(1, aSecond / fewer), Math.max(1, mostAtOnce / fewer), behaviour);
        }
    }

    private Attacks() {}

    static Map<String, Attack> all() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("idle connections", new Attack(100, 1_200, (socket, out) -> {}));
        all.put("idle after an answer", new Attack(40, 1_200, (socket, out) -> send(out, question("/"))));
        all.put("half heads, letter by letter", new Attack(100, 1_200, (socket, out) -> drip(out)));
        all.put("held bodies, sign-in", new Attack(100, 1_200, held("/masuk/tantangan", JSON, 254)));
        all.put("held bodies, mailbox", new Attack(100, 1_200, held("/kotak", FORM, 254)));
        all.put("held bodies, sealed reports", new Attack(40, 1_200, held("/lapor/tersegel", JSON, 1_000)));
        all.put("held bodies, sealed answers", new Attack(100, 1_200, held("/kotak/tersegel", JSON, 254)));
        // as many as cost the attackers, who share the processors here, half of one: more take the processors and not
        // the program
        all.put("bodies of a byte a packet", new Attack(4, 200, (socket, out) -> crumbs(out)));
        all.put("bytes that belong to no part", new Attack(20, 66, (socket, out) -> beside(out)));
        all.put("fields without end", new Attack(20, 60, (socket, out) -> fields(out)));
        all.put(
                "places of the form",
                new Attack(100, 300, (socket, out) -> head(out, "POST", "/lapor", MULTIPART, "--b\r\n")));
        all.put("places of uploads", new Attack(100, 300, (socket, out) -> upload(out)));
        all.put("sign-ins", new Attack(50, 500, Attacks::signIn));
        all.put("parts of 1 GiB that say 12 bytes, and the reverse", new Attack(10, 20, (socket, out) -> lie(out)));
        all.put("texts", new Attack(10, 50, (socket, out) -> text(out)));
        // beyond what is opened in a second luck decides, see Admission
        all.put("looks", new Attack(80, 1_000, (socket, out) -> look(out)));
        all.put("questions that do not wait", new Attack(10, 20, (socket, out) -> withoutWaiting(out)));
        all.put("answers that nobody takes", new Attack(100, 1_000, (socket, out) -> untaken(socket, out)));
        return all;
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String question(String path) {
        return "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path);
    }

    private static void head(OutputStream out, String method, String path, String type, String begun)
            throws IOException {
        send(
                out,
                "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: 200000000\r\n\r\n%s"
                        .formatted(method, path, type, begun));
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        send(out, "GET / HTTP/1.1\r\nHost: localhost\r\nX: ");
        while (true) {
            TimeUnit.MILLISECONDS.sleep(500);
            send(out, "a");
        }
    }

    private static Behaviour held(String path, String type, int kibibytes) {
        String begun = type.equals(FORM) ? "receipt=" : "{\"name\":\"";
        byte[] body = "a".repeat(kibibytes * 1024).getBytes(StandardCharsets.US_ASCII);
        return (socket, out) -> {
            send(
                    out,
                    "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                            .formatted(path, type, body.length + 900, begun));
            out.write(body);
        };
    }

    private static void crumbs(OutputStream out) throws IOException {
        head(out, "POST", "/lapor", MULTIPART, "--b\r\nContent-Disposition: form-data; name=\"body\"\r\n\r\n");
        for (int i = 0; i < 70_000; i++) out.write('x');
    }

    private static void beside(OutputStream out) throws IOException, InterruptedException {
        head(out, "POST", "/lapor", MULTIPART, "");
        while (true) {
            send(out, "x".repeat(1_024));
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private static void fields(OutputStream out) throws IOException {
        head(out, "POST", "/lapor", MULTIPART, "");
        String much = "a".repeat(255 * 1024);
        for (int i = 0; i < 64; i++)
            send(out, "--b\r\nContent-Disposition: form-data; name=\"exclude\"\r\n\r\n%08d%s\r\n".formatted(i, much));
    }

    private static void upload(OutputStream out) throws IOException {
        String address = Hex16.of(UUID.randomUUID()) + Hex16.of(UUID.randomUUID());
        head(out, "PUT", "/lapor/berkas/" + address, OCTETS, "xx");
    }

    /** Both questions of a sign-in, with a proof that is wrong. */
    private static void signIn(Socket socket, OutputStream out) throws IOException {
        send(out, Reporter.keptOpen("/masuk/tantangan", JSON, "{\"name\":\"pemeriksa-1\"}"));
        if (socket.getInputStream().read(new byte[4 * 1024]) < 0) return;
        String proof = "{\"name\":\"pemeriksa-1\",\"auth\":\"%s\"}".formatted("A".repeat(43));
        send(out, Reporter.posted("/masuk", JSON, proof));
    }

    private static void lie(OutputStream out) throws IOException {
        send(
                out,
                "POST /lapor HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(MULTIPART, GIBIBYTE + 4_096));
        send(out, part("name=\"body\"", GIBIBYTE) + "Kebohongan.\r\n");
        send(out, part("name=\"attachment\"; filename=\"a.bin\"", 12));
        byte[] much = new byte[64 * 1024];
        for (long sent = 0; sent < GIBIBYTE; sent += much.length) out.write(much);
    }

    private static String part(String disposition, long length) {
        return "--b\r\nContent-Disposition: form-data; %s\r\nContent-Length: %d\r\n\r\n".formatted(disposition, length);
    }

    private static void text(OutputStream out) throws IOException {
        String form = Reporter.form("x".repeat(19_000));
        send(out, Reporter.posted("/lapor", Reporter.MULTIPART, form));
    }

    private static void look(OutputStream out) throws IOException {
        String receipt =
                "%05d".formatted(ThreadLocalRandom.current().nextInt(100_000)).repeat(8);
        send(out, Reporter.posted("/kotak", FORM, "receipt=" + receipt));
    }

    /** A question that is answered after a second, and meanwhile half a gigabyte of the next. */
    private static void withoutWaiting(OutputStream out) throws IOException {
        send(
                out,
                "POST /kotak HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: 9\r\n\r\nreceipt=1"
                        .formatted(FORM));
        head(out, "POST", "/kotak", FORM, "");
        byte[] much = new byte[64 * 1024];
        for (int i = 0; i < 8 * 1024; i++) out.write(much);
    }

    private static void untaken(Socket socket, OutputStream out) throws IOException, InterruptedException {
        socket.setReceiveBufferSize(2 * 1024);
        send(out, question("/static/js/report.js"));
        TimeUnit.MINUTES.sleep(10);
    }
}
