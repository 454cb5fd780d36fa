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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms that never end take the places of the channel, but not its memory, and give them back. */
class CrowdIT {
    /** Somewhat more than there are places, since a form that a test sends may hold one just then. */
    private static final int CROWD = 140;

    @TempDir
    static Path temporary;

    private static Packaged program;

    @BeforeAll
    static void start() {
        program = new Packaged(Told.copy(temporary.resolve("home")), "--kulkul.demo=true");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void who_comes_when_all_places_are_taken_is_told_to_come_again() throws Exception {
        Door door = new Door(program, "");
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < CROWD; i++) crowd.add(unfinished());
            assertThat(until(door, "page/busy")).isEqualTo(503);
        } finally {
            for (Socket one : crowd) one.close();
        }
        assertThat(until(door, "")).isEqualTo(200);
    }

    /** Sends forms, each a report of its own, until one is answered with that code. */
    private static int until(Door door, String code) throws Exception {
        Door.Answer answer = report(door);
        for (int i = 0; i < 50 && !answer.code().equals(code); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            answer = report(door);
        }
        assertThat(answer.code()).isEqualTo(code);
        return answer.status();
    }

    private static Door.Answer report(Door door) {
        return door.report("secret", FormCase.secret(), "category", "bribery", "body", "Cerita rekaan");
    }

    private static Socket unfinished() throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(program.url("/")).getPort());
        String head = "POST /lapor HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Door.MULTIPART
                + "\r\nContent-Length: 100000\r\n\r\n";
        socket.getOutputStream().write((head + Door.parts("category", "bribery")).getBytes(StandardCharsets.UTF_8));
        return socket;
    }
}
