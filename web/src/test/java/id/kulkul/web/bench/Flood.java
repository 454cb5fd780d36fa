package id.kulkul.web.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Attacks the packaged program, which has half a gigabyte and 1,024 descriptors, in every way one after the other and
 * then in a mixture of all, while an honest reporter submits and looks into the mailbox; the rule is that both are
 * through within five seconds, and that nothing dies of it.
 */
final class Flood {
    private static final Duration RULE = Duration.ofSeconds(5);
    private static final String ALL = "all together, as many strangers as in one";
    private static final long PAUSE = 2;
    private static final int PEOPLE = 10;
    private static final int VISITS = 20;
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path folder;
    private final int port;
    private final Process program;
    private final Reporter reporter;
    private boolean held = true;

    private Flood(Path folder, String jar) throws IOException {
        this.folder = folder;
        this.port = freePort();
        this.program = start(jar);
        this.reporter = new Reporter(port);
        Runtime.getRuntime().addShutdownHook(new Thread(program::destroyForcibly));
    }

    /**
     * Arguments: an empty folder, the packaged program, seconds of each attack, and, to try some, a pattern of their
     * names. Exits with 1 if the rule was broken.
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        var flood = new Flood(folder, arguments[1]);
        try {
            flood.run(
                    Duration.ofSeconds(Integer.parseInt(arguments[2])),
                    Pattern.compile(arguments.length > 3 ? arguments[3] : ""));
        } finally {
            flood.program.destroyForcibly().waitFor();
        }
        System.exit(flood.held ? 0 : 1);
    }

    private Process start(String jar) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                "ulimit -n 1024; exec \"$@\"",
                "flood",
                JAVA,
                "-Xmx512m",
                "-jar",
                jar,
                "--kulkul.demo=true",
                "--server.address=127.0.0.1"));
        command.add("--server.port=" + port);
        command.add("--kulkul.home=" + folder.resolve("home"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    private void run(Duration time, Pattern only) throws Exception {
        String receipt = Reporter.receipt(first());
        System.out.println(
                Machine.line(folder)
                        + "\n\n| attack | strangers | honest requests through within 5 s | slowest |\n| --- | --- | --- | --- |");
        warm(receipt);
        Map<String, Attacks.Attack> attacks = Attacks.all();
        for (String name : attacks.keySet())
            if (only.matcher(name).find()) attack(name, List.of(attacks.get(name)), time, receipt);
        List<Attacks.Attack> mixed = attacks.values().stream()
                .map(attack -> attack.by(attacks.size()))
                .toList();
        if (only.matcher(ALL).find()) attack(ALL, mixed, time.multipliedBy(2), receipt);
        check();
    }

    /** A program that has served some people already, as it has after its first hours. */
    private void warm(String receipt) throws InterruptedException {
        Callable<Void> person = () -> {
            for (int visit = 0; visit < VISITS; visit++) {
                reporter.submit();
                reporter.look(receipt);
            }
            return null;
        };
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            people.invokeAll(Collections.nCopies(PEOPLE, person));
        }
    }

    /** The first report, as soon as the program takes any. */
    private String first() throws InterruptedException {
        String answer = "";
        for (int i = 0; i < 15 && program.isAlive() && answer.isEmpty(); i++)
            answer = reporter.submit().answer();
        return answer;
    }

    private void attack(String name, List<Attacks.Attack> attacks, Duration time, String receipt) throws Exception {
        List<Strangers> all =
                attacks.stream().map(attack -> attack.against(port)).toList();
        List<Duration> honest = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        try {
            while (System.nanoTime() < end) {
                TimeUnit.SECONDS.sleep(PAUSE);
                honest.add(reporter.submit().after());
                honest.add(reporter.look(receipt).after());
            }
        } finally {
            for (Strangers one : all) one.close();
        }
        tell(name, all.stream().mapToInt(Strangers::came).sum(), honest);
        held &= program.isAlive();
    }

    private void tell(String name, int strangers, List<Duration> honest) {
        long through =
                honest.stream().filter(after -> after.compareTo(RULE) <= 0).count();
        Duration slowest = honest.stream().max(Duration::compareTo).orElseThrow();
        System.out.printf(
                "| %s | %d | %d of %d | %.1f s |%n", name, strangers, through, honest.size(), slowest.toMillis() / 1e3);
        held &= through == honest.size();
    }

    private void check() throws IOException {
        String said = Files.readString(folder.resolve("out"), StandardCharsets.UTF_8);
        boolean exhausted = said.contains("OutOfMemory") || said.contains("OutOfDirectMemory");
        boolean died = said.contains("begun again");
        System.out.printf("%nalive: %s, out of memory: %s, begun again: %s%n", program.isAlive(), exhausted, died);
        held &= program.isAlive() && !exhausted && !died;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
