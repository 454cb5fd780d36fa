package id.kulkul.web.demo;

import id.kulkul.command.Acted;
import id.kulkul.command.report.ReportAct;
import id.kulkul.command.report.ReportCommand.ReplyToOffice;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.channel.Office;
import id.kulkul.web.report.FictionalReports;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** One fictional report on its way through the platform, made and moved by the same commands as any other. */
final class Tour implements AutoCloseable {
    private static final Map<String, String> FIELDS = Map.of(
            "category",
            "procurement",
            "body",
            "(Cerita rekaan.) Harga karung semen di gudang Kecamatan Umpama ditulis dua kali harga toko sebelah. Notanya dari toko"
                    + " yang tidak ada di alamat itu.");
    private static final Story.Step OPEN = new Story.Step(0, ReportAct.OPEN_ITEM, "pemeriksa-1", null, null);
    private static final Story.Step ACKNOWLEDGE = new Story.Step(0, ReportAct.ACKNOWLEDGE, "pemeriksa-1", null, null);
    private static final Story.Step ASK =
            new Story.Step(0, ReportAct.ASK_REPORTER, "pemeriksa-1", null, "Terima kasih. Bulan apa nota itu ditulis?");
    private static final Story.Step REPLY =
            new Story.Step(0, ReportAct.REPLY, null, null, "Bulan Maret, dua hari sebelum libur.");

    private final FictionalReports.Made made;
    private final Script script;
    private final Acts acts;

    private Tour(FictionalReports.Made made, Script script, Acts acts) {
        this.made = made;
        this.script = script;
        this.acts = acts;
    }

    /** Submits the report; waits for disks and the history, so never on the event loop. */
    static Tour begin(FictionalReports reports, Blobs blobs, CaseVault vault, Acts acts, Office office)
            throws IOException {
        FictionalReports.Made made = reports.make(FIELDS, Set.of(), Map.of(), office);
        Script script = Script.of(made, office, new Script.Shelf(blobs, vault));
        Tour tour = new Tour(made, script, acts);
        acts.send(made.command(), Acted.NOBODY).toFuture().join();
        return tour;
    }

    UUID report() {
        return made.command().report().value();
    }

    /** The receipt of the report, which only a fictional reporter may leave lying about. */
    String digits() {
        return made.digits();
    }

    String greeting() {
        return made.greeting();
    }

    /** Lets the investigator open, confirm and ask; skips what a visitor has done already. */
    void ask(Map<String, Actor> actors, boolean acknowledged) {
        act(OPEN, actors);
        if (!acknowledged) act(ACKNOWLEDGE, actors);
        act(ASK, actors);
    }

    /** Lets the reporter answer. */
    void reply(Map<String, Actor> actors) {
        act(REPLY, actors);
    }

    private void act(Story.Step step, Map<String, Actor> actors) {
        var command = script.command(step, actors);
        UUID by = command instanceof ReplyToOffice
                ? Acted.NOBODY
                : Objects.requireNonNull(actors.get("pemeriksa-1")).person();
        acts.send(command, by).toFuture().join();
    }

    @Override
    public void close() {
        made.keys().close();
    }
}
