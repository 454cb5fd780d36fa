package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever takes places, memory or connections and falls silent gives them up to whoever comes.
 *
 * <p>A program of its own: all its places are taken.
 */
@Tag("page")
@Tag("connection")
@Tag("report")
class CrowdIT {
    /** Somewhat more than there are places. */
    private static final int CROWD = 80;

    private static final int PLACES = 64;

    private static final int CONNECTIONS = 150;

    @TempDir
    static Path temporary;

    private static Packaged program;

    @BeforeAll
    static void start() {
        program = new Packaged(
                Told.copy(temporary.resolve("home")), "--kulkul.demo=true", "--kulkul.connections=" + CONNECTIONS);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void who_comes_when_all_places_are_taken_gets_the_place_of_one_who_is_silent() throws Exception {
        Door door = Door.ofNewcomer(program);
        List<Socket> crowd = new ArrayList<>();
        try {
            var answered = new CountDownLatch(CROWD - PLACES);
            for (int i = 0; i < CROWD; i++) crowd.add(unfinished());
            for (Socket one : crowd) Thread.startVirtualThread(() -> heard(one, answered));
            assertThat(answered.await(60, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 5; i++) assertThat(report(door).status()).isEqualTo(200);
        } finally {
            for (Socket one : crowd) one.close();
        }
    }

    @Test
    void who_comes_when_all_connections_are_taken_is_let_in() throws Exception {
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS + 50; i++) crowd.add(socket());
            Door door = Door.ofNewcomer(program);
            for (int i = 0; i < 5; i++) assertThat(report(door).status()).isEqualTo(200);
        } finally {
            for (Socket one : crowd) one.close();
        }
    }

    /** So many of the crowd give way to others of it; those who are left are silent. */
    private static void heard(Socket socket, CountDownLatch answered) {
        try {
            if (socket.getInputStream().read() >= 0) answered.countDown();
        } catch (IOException closed) {
            // one of those who are left
        }
    }

    private static Door.Answer report(Door door) {
        return door.report("secret", FormCase.secret(), "category", "bribery", "body", "Cerita rekaan");
    }

    private static Socket unfinished() throws IOException {
        Socket socket = socket();
        String head = "POST /lapor HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Door.MULTIPART
                + "\r\nContent-Length: 100000\r\n\r\n";
        socket.getOutputStream().write((head + Door.parts("category", "bribery")).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static Socket socket() throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), URI.create(program.url("/")).getPort());
    }
}
