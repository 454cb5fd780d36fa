package id.kulkul.web.demo;

import id.kulkul.command.Acted;
import id.kulkul.command.report.ReportAct;
import id.kulkul.command.report.ReportEvent.ReportSubmitted;
import id.kulkul.command.report.ReportId;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.keys.StaffFile;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.Reporter;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.channel.Office;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.channel.Receiving;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.report.FictionalReports;
import id.kulkul.web.settings.DemonstrationOnly;
import id.kulkul.web.store.Homes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The stories that are being told: one for each browser, the newest few of them, in memory, and one step at a time. A
 * story that left is begun anew.
 */
@Component
@DemonstrationOnly
class Tours {
    private static final int MOST = 8;

    private final FictionalReports fictional;
    private final Script.Shelf shelf;
    private final Acts acts;
    private final Receiving receiving;
    private final Offices offices;
    private final EventStore events;
    private final MessageSource words;
    private final Marking marking;
    private final ServerKeys keys;
    private final Homes homes;
    private final Cheat cheat;
    private final CarriedChecker checker;
    private final Scheduler sealing;
    private final SequencedMap<UUID, Tour> told = new LinkedHashMap<>(MOST, 0.75f, true);
    private volatile Set<UUID> reports = Set.of();

    Tours(
            FictionalReports fictional,
            Blobs blobs,
            CaseVault vault,
            Acts acts,
            Receiving receiving,
            Offices offices,
            EventStore events,
            MessageSource words,
            Marking marking,
            ServerKeys keys,
            Homes homes,
            Cheat cheat,
            CarriedChecker checker,
            Scheduler sealing) {
        this.fictional = fictional;
        this.shelf = new Script.Shelf(blobs, vault);
        this.acts = acts;
        this.receiving = receiving;
        this.offices = offices;
        this.events = events;
        this.words = words;
        this.marking = marking;
        this.keys = keys;
        this.homes = homes;
        this.cheat = cheat;
        this.checker = checker;
        this.sealing = sealing;
    }

    /** Begins a story with a report that is sealed here. */
    Mono<Tour> begin(Locale language) {
        return offices.open().publishOn(sealing).map(office -> begin(office, language));
    }

    private synchronized Tour begin(Office office, Locale language) {
        receiving.require();
        try {
            Map<String, String> fields = Map.of("category", "procurement", "body", word("body", language));
            FictionalReports.Made made = fictional.make(fields, Set.of(), Map.of(), office);
            UUID report = made.command().report().value();
            acts.send(made.command(), Acted.NOBODY).toFuture().join();
            Tour tour = keep(new Tour(report, Script.of(made, office, shelf), made));
            marking.cover(report);
            return tour;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells the story of the report that a browser sealed, by the look-up key of its receipt; empty for no report. */
    Mono<Tour> tell(byte[] lookup) {
        return offices.open().publishOn(sealing).flatMap(office -> Mono.justOrEmpty(
                        shelf.vault().byReceipt(lookup))
                .mapNotNull(reporter -> tell(reporter, office)));
    }

    private synchronized @Nullable Tour tell(Reporter reporter, Office office) {
        UUID report = reporter.caseId();
        Tour tour = told.values().stream()
                .filter(one -> one.report().equals(report))
                .findFirst()
                .orElse(null);
        if (tour == null) {
            var stream = events.readEvents(new ReportId(report).toString());
            if (!stream.hasNext() || !(stream.next().getPayload() instanceof ReportSubmitted submitted)) return null;
            int group = submitted.sealing().group();
            tour = keep(new Tour(report, new Script(office, group, reporter, submitted.items(), shelf), null));
        }
        marking.cover(report);
        return tour;
    }

    private Tour keep(Tour tour) {
        told.put(tour.token(), tour);
        if (told.size() > MOST) told.pollFirstEntry().getValue().close();
        reports = told.values().stream().map(Tour::report).collect(Collectors.toUnmodifiableSet());
        return tour;
    }

    /** Whether that report is the one of a story; waits for nobody. */
    boolean isOf(UUID report) {
        return reports.contains(report);
    }

    /** Lets the investigator open, confirm and ask; skips what a visitor has done already. */
    synchronized void ask(@Nullable UUID token, Locale language) {
        Tour tour = of(token);
        if (tour == null || marking.to(tour.report()).asked()) return;
        Map<String, Actor> actors = actors();
        act(tour, Tour.step(ReportAct.OPEN_ITEM, null), actors);
        if (!marking.to(tour.report()).acknowledged()) act(tour, Tour.step(ReportAct.ACKNOWLEDGE, null), actors);
        act(tour, Tour.step(ReportAct.ASK_REPORTER, word("question", language)), actors);
    }

    /** Lets the reporter of a report that was sealed here answer. */
    synchronized void reply(@Nullable UUID token, Locale language) {
        Tour tour = of(token);
        if (tour == null || tour.isSealedThere()) return;
        Happened happened = marking.to(tour.report());
        if (happened.asked() && !happened.answered())
            act(tour, Tour.step(ReportAct.REPLY, word("answer", language)), Map.of());
    }

    private void act(Tour tour, Story.Step step, Map<String, Actor> actors) {
        UUID by = step.by() == null
                ? Acted.NOBODY
                : Objects.requireNonNull(actors.get(step.by())).person();
        acts.send(tour.script().command(step, actors), by).toFuture().join();
    }

    /** Remembers that the visitor goes to see who opened the report; gives whether a browser sealed it. */
    synchronized boolean look(@Nullable UUID token) {
        Tour tour = of(token);
        if (tour == null) return true;
        tour.look();
        return tour.isSealedThere();
    }

    synchronized void verify(@Nullable UUID token) {
        Tour tour = of(token);
        if (tour == null) return;
        try {
            marking.cover(tour.report());
            tour.verified(Verdict.of(cheat.verified()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Changes a byte of the event of that sequence in a copy; anything that is no covered event of the story changes
     * nothing.
     */
    synchronized void cheat(@Nullable UUID token, @Nullable String sequence) {
        Tour tour = of(token);
        if (tour == null || sequence == null || !sequence.matches("[0-9]{1,6}")) return;
        long asked = Long.parseLong(sequence);
        if (marking.to(tour.report()).events().stream()
                .noneMatch(event -> event.sequence() == asked && event.covered())) return;
        try {
            tour.caught(asked, Verdict.of(cheat.caught(tour.report(), asked)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page shows now of a story, under a mark that covers all of it; an unknown one has not begun. */
    synchronized Map<String, Object> shown(@Nullable UUID token, Locale language) throws IOException {
        Tour tour = of(token);
        if (tour != null) marking.cover(tour.report());
        Happened happened = tour == null ? Happened.NOTHING : marking.to(tour.report());
        Map<String, Object> model = new HashMap<>();
        model.put("otherLanguage", language.equals(Locale.ENGLISH) ? "/demo" : "/demo?lang=en");
        model.put("happened", happened);
        model.put("tour", tour == null ? null : Hex16.of(tour.report()));
        model.put("sealedThere", tour != null && tour.isSealedThere());
        model.put("digits", tour == null ? "" : tour.digits());
        model.put("greeting", tour == null ? "" : tour.greeting());
        model.put("verdict", tour == null ? null : tour.verdict());
        model.put("caught", tour == null ? null : tour.caught());
        model.put("looked", tour != null && tour.looked());
        model.put("chosen", tour == null ? -1 : tour.chosen());
        model.put("current", current(tour, happened));
        model.put("checker", checker.digest().map(Digest::hex).orElse(null));
        model.put("lines", checker.lines(keys.rootFingerprint(), homes.root()));
        model.put("passphrases", Accounts.read(homes.root()));
        return model;
    }

    /** The first step that nobody has taken; the fifth leaves no trace, so that the sixth stands for both. */
    private static int current(@Nullable Tour tour, Happened happened) {
        if (tour == null) return 1;
        if (!happened.asked()) return 2;
        if (!happened.answered()) return 3;
        if (!tour.looked()) return 4;
        if (tour.verdict() == null) return 5;
        return tour.caught() == null ? 7 : 8;
    }

    private @Nullable Tour of(@Nullable UUID token) {
        return token == null ? null : told.get(token);
    }

    private String word(String name, Locale language) {
        return words.getMessage("demo.story." + name, null, language);
    }

    private Map<String, Actor> actors() {
        try {
            Map<String, String> accounts = Accounts.read(homes.root());
            for (StaffFile file : keys.staff()) {
                if (file.name().equals(Tour.INVESTIGATOR))
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
