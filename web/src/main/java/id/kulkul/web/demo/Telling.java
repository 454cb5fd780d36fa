package id.kulkul.web.demo;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.keys.StaffFile;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.MovableClock;
import id.kulkul.web.StartStep;
import id.kulkul.web.channel.Office;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.clock.Sweeper;
import id.kulkul.web.log.CheckpointSigner;
import id.kulkul.web.settings.DemonstrationOnly;
import id.kulkul.web.store.Homes;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the story once, at the first start of a demonstration, and prints at every start who can sign in. */
@Component
@DemonstrationOnly
class Telling extends StartStep {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int BATCH = 500;

    private final Homes homes;
    private final ServerKeys keys;
    private final Offices offices;
    private final Leaves leaves;
    private final StoredEvents history;
    private final Demonstration demonstration;
    private final CheckpointSigner signer;
    private final MovableClock clock;
    private final Sweeper sweeper;

    Telling(
            Homes homes,
            ServerKeys keys,
            Offices offices,
            Leaves leaves,
            StoredEvents history,
            Demonstration demonstration,
            CheckpointSigner signer,
            MovableClock clock,
            Sweeper sweeper) {
        super(Order.DEMONSTRATION);
        this.homes = homes;
        this.keys = keys;
        this.offices = offices;
        this.leaves = leaves;
        this.history = history;
        this.demonstration = demonstration;
        this.signer = signer;
        this.clock = clock;
        this.sweeper = sweeper;
    }

    @Override
    protected void run() throws IOException {
        Map<String, String> accounts = Accounts.read(homes.root());
        Story story = Story.read();
        int reports = reports();
        if (reports == 0 && leaves.latest(LogName.WBS).isEmpty()) tell(story, accounts);
        else if (reports < story.cases().size()) throw new DemonstrationInterrupted(homes.root());
        print(accounts);
    }

    /** Covered by a checkpoint or not: a story that was interrupted may have signed nothing. */
    private int reports() {
        int reports = 0;
        Position next = Position.FIRST;
        for (List<StoredEvent> rows = history.read(next, BATCH); !rows.isEmpty(); rows = history.read(next, BATCH)) {
            for (StoredEvent row : rows) if (row.name().equals("report-submitted")) reports++;
            next = rows.getLast().position().next();
        }
        return reports;
    }

    private void tell(Story story, Map<String, String> accounts) throws IOException {
        Office office = offices.open()
                .repeatWhenEmpty(again -> again.concatMap(count -> Mono.delay(Duration.ofMillis(50))))
                .toFuture()
                .orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
        Map<String, Actor> actors = actors(accounts);
        demonstration.tell(story, office, actors);
        actors.values().forEach(Actor::close);
        signer.sign(LogName.OPEN, clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        sweeper.sweep().toFuture().join();
    }

    private Map<String, Actor> actors(Map<String, String> accounts) throws IOException {
        Map<String, Actor> actors = new HashMap<>();
        for (StaffFile file : keys.staff()) {
            if (!file.role().equals("investigator")) continue;
            try {
                actors.put(file.name(), Actor.of(file, accounts.getOrDefault(file.name(), "")));
            } catch (OpenFailed e) {
                throw new IOException("An account of the demonstration does not open", e);
            }
        }
        return actors;
    }

    /** Passphrases go to the terminal and not into a log. */
    private static void print(Map<String, String> accounts) {
        StringBuilder text = new StringBuilder("""

                PERAGAAN: semua orang dan kasus rekaan. DEMONSTRATION: all fictional.
                Masuk di /masuk, nama = kata sandi. Sign in at /masuk, name = passphrase:
                """);
        accounts.forEach((name, passphrase) ->
                text.append("  ").append(name).append(" = ").append(passphrase).append('\n'));
        Terminal.print(text.toString());
    }
}
