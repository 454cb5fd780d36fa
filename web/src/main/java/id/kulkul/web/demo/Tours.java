package id.kulkul.web.demo;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.keys.StaffFile;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.query.audit.Exports;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.channel.Office;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.log.CheckpointSigner;
import id.kulkul.web.report.FictionalReports;
import id.kulkul.web.settings.DemonstrationOnly;
import id.kulkul.web.store.Homes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The story that is being told to a visitor: one at a time, in memory, begun anew by whoever presses the first button.
 */
@Component
@DemonstrationOnly
class Tours {
    private static final int MOST_MARKS = 4;
    private static final long NEXT_SECOND = 1_050_000_000;

    private final FictionalReports reports;
    private final Blobs blobs;
    private final CaseVault vault;
    private final Acts acts;
    private final Offices offices;
    private final StoredEvents history;
    private final Leaves leaves;
    private final CheckpointSigner signer;
    private final Clock clock;
    private final ServerKeys keys;
    private final Homes homes;
    private final Scheduler sealing;
    private final Cheat cheat;
    private final CarriedChecker checker;
    private @Nullable Tour tour;
    private @Nullable Verdict verdict;
    private @Nullable Verdict caught;
    private long chosen = -1;

    Tours(
            FictionalReports reports,
            Blobs blobs,
            CaseVault vault,
            Acts acts,
            Offices offices,
            StoredEvents history,
            Leaves leaves,
            Exports exports,
            CheckpointSigner signer,
            Clock clock,
            ServerKeys keys,
            Homes homes,
            CarriedChecker checker,
            Scheduler sealing) {
        this.reports = reports;
        this.blobs = blobs;
        this.vault = vault;
        this.acts = acts;
        this.offices = offices;
        this.history = history;
        this.leaves = leaves;
        this.signer = signer;
        this.clock = clock;
        this.keys = keys;
        this.homes = homes;
        this.checker = checker;
        this.sealing = sealing;
        cheat = new Cheat(exports, keys, homes);
    }

    /** Begins a new story with a report of its own. */
    Mono<Void> begin() {
        return offices.open().publishOn(sealing).doOnNext(this::begin).then();
    }

    private synchronized void begin(Office office) {
        try {
            if (tour != null) tour.close();
            tour = Tour.begin(reports, blobs, vault, acts, office);
            verdict = null;
            caught = null;
            chosen = -1;
            mark();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The demonstration does not wait for the log's own marks: each of its steps is one, a second apart, and the page
     * says so.
     */
    private void mark() {
        for (int tries = 0; tries < MOST_MARKS && !happened().covered(); tries++) {
            signer.sign(LogName.WBS, clock.instant().truncatedTo(ChronoUnit.SECONDS));
            if (!happened().covered()) LockSupport.parkNanos(NEXT_SECOND);
        }
    }

    synchronized void ask() {
        if (tour == null || happened().asked()) return;
        tour.ask(actors(), happened().acknowledged());
        mark();
    }

    synchronized void reply() {
        if (tour == null || !happened().asked() || happened().answered()) return;
        tour.reply(Map.of());
        mark();
    }

    synchronized void verify() {
        try {
            mark();
            verdict = Verdict.of(cheat.verified());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Changes a byte of the event of that sequence in a copy; anything that is no covered event of the story changes
     * nothing.
     */
    synchronized void cheat(@Nullable String sequence) {
        if (tour == null || sequence == null || !sequence.matches("[0-9]{1,6}")) return;
        long asked = Long.parseLong(sequence);
        if (happened().events().stream().noneMatch(event -> event.sequence() == asked && event.covered())) return;
        try {
            chosen = asked;
            caught = Verdict.of(cheat.caught(tour.report(), asked));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page shows now. */
    synchronized Map<String, Object> shown(Locale language) throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("otherLanguage", language.equals(Locale.ENGLISH) ? "/demo" : "/demo?lang=en");
        model.put("happened", happened());
        model.put("tour", tour == null ? null : Hex16.of(tour.report()));
        model.put("digits", tour == null ? "" : tour.digits());
        model.put("greeting", tour == null ? "" : tour.greeting());
        model.put("verdict", verdict);
        model.put("caught", caught);
        model.put("chosen", chosen);
        model.put("current", current());
        model.put("checker", checker.digest().map(Digest::hex).orElse(null));
        model.put("lines", lines());
        model.put("passphrases", Accounts.read(homes.root()));
        return model;
    }

    /** The first step that nobody has taken; the fifth leaves no trace, so that the sixth stands for both. */
    private int current() {
        if (tour == null) return 1;
        if (!happened().asked()) return 2;
        if (!happened().answered()) return 3;
        if (verdict == null) return 5;
        return caught == null ? 7 : 8;
    }

    private String lines() {
        boolean carried = checker.digest().isPresent();
        String build = carried ? "" : "mvn -q -pl crypto package -Dmaven.test.skip=true\n";
        String jar = (carried ? "" : "crypto/target/") + CarriedChecker.NAME;
        return build + """
                ROOT=%s
                java -jar %s verify log-wbs.jsonl --root $ROOT --policy %s/keys/policy.txt
                sed -i '0,/"payload":"eyJ/s//"payload":"eyK/' log-wbs.jsonl
                java -jar %s verify log-wbs.jsonl""".formatted(keys.rootFingerprint().hex(), jar, homes.root(), jar);
    }

    private Happened happened() {
        return tour == null ? new Happened(List.of()) : Happened.to(tour.report(), history, leaves);
    }

    private Map<String, Actor> actors() {
        try {
            Map<String, String> accounts = Accounts.read(homes.root());
            for (StaffFile file : keys.staff()) {
                if (file.name().equals("pemeriksa-1"))
                    return Map.of(file.name(), Actor.of(file, Objects.requireNonNull(accounts.get(file.name()))));
            }
            throw new IllegalStateException("The demonstration has lost its investigator");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OpenFailed e) {
            throw new IllegalStateException("An account of the demonstration does not open", e);
        }
    }
}
