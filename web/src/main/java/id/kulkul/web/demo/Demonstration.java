package id.kulkul.web.demo;

import id.kulkul.command.Acted;
import id.kulkul.command.TimeZones;
import id.kulkul.command.report.ReportCommand.ReplyToOffice;
import id.kulkul.crypto.log.LogName;
import id.kulkul.web.MovableClock;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.channel.Office;
import id.kulkul.web.log.CheckpointSigner;
import id.kulkul.web.report.FictionalReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Lets the fictional story happen: every step is a real command, at its own past moment, under a checkpoint of its
 * time.
 */
final class Demonstration {
    private static final Duration TO_THE_MARK = Duration.ofMinutes(30);

    /** One thing that happens at one moment. */
    private record Happening(Instant at, Runnable what) {}

    private final MovableClock clock;
    private final FictionalReports reports;
    private final Script.Shelf shelf;
    private final Acts acts;
    private final CheckpointSigner signer;
    private final Map<Story.Case, Script> scripts = new HashMap<>();

    Demonstration(
            MovableClock clock, FictionalReports reports, Script.Shelf shelf, Acts acts, CheckpointSigner signer) {
        this.clock = clock;
        this.reports = reports;
        this.shelf = shelf;
        this.acts = acts;
        this.signer = signer;
    }

    /** Tells the whole story up to now, in the order of its moments; afterwards the clock shows the real time. */
    void tell(Story story, Office office, Map<String, Actor> actors) {
        Instant now = Instant.now();
        List<Happening> happenings = new ArrayList<>();
        for (Story.Case each : story.cases()) happenings.addAll(happenings(each, office, actors));
        happenings.sort(Comparator.comparing(Happening::at));
        Instant last = Instant.EPOCH;
        for (Happening happening : happenings) {
            Instant at = happening.at().isAfter(last) ? happening.at() : last.plus(Duration.ofHours(1));
            if (at.plus(TO_THE_MARK).isAfter(now)) break;
            clock.set(at);
            happening.what().run();
            signer.sign(LogName.WBS, at.plus(TO_THE_MARK));
            last = at;
        }
        clock.release();
    }

    private List<Happening> happenings(Story.Case story, Office office, Map<String, Actor> actors) {
        List<Happening> happenings = new ArrayList<>();
        happenings.add(new Happening(moment(story, 0, 0), () -> submit(story, office, actors)));
        int order = 1;
        for (Story.Step step : story.steps()) {
            happenings.add(new Happening(moment(story, step.afterDays(), order++), () -> act(story, step, actors)));
        }
        return happenings;
    }

    private static Instant moment(Story.Case story, int afterDays, int order) {
        LocalDate day = LocalDate.now(TimeZones.WITA).minusDays(story.daysAgo()).plusDays(afterDays);
        int hour = Math.min(23, story.hour() + order);
        return day.atTime(hour, 0).atZone(TimeZones.WITA).toInstant();
    }

    private void submit(Story.Case story, Office office, Map<String, Actor> actors) {
        try {
            FictionalReports.Made made = reports.make(fields(story), excluded(story, actors), files(story), office);
            send(made.command(), Acted.NOBODY);
            scripts.put(story, Script.of(made, office, shelf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void act(Story.Case story, Story.Step step, Map<String, Actor> actors) {
        var command = Objects.requireNonNull(scripts.get(story)).command(step, actors);
        Actor actor = step.by() == null ? null : actors.get(step.by());
        send(command, command instanceof ReplyToOffice || actor == null ? Acted.NOBODY : actor.person());
    }

    private void send(Object command, UUID by) {
        acts.send(command, by).toFuture().join();
    }

    private static Map<String, String> fields(Story.Case story) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("category", story.category());
        fields.put("body", story.body());
        Story.Identity identity = story.identity();
        if (identity != null) {
            fields.put("identityName", identity.name());
            fields.put("identityContact", identity.contact());
        }
        return fields;
    }

    private static Set<String> excluded(Story.Case story, Map<String, Actor> actors) {
        if (story.exclude() == null) return Set.of();
        Actor actor = Objects.requireNonNull(actors.get(story.exclude()));
        return Set.of(id.kulkul.crypto.bytes.Hex16.of(actor.person()));
    }

    private static Map<String, String> files(Story.Case story) {
        Map<String, String> files = new LinkedHashMap<>();
        List<Story.Attachment> attachments = story.attachments();
        if (attachments != null) attachments.forEach(file -> files.put(file.name(), file.text()));
        return files;
    }
}
