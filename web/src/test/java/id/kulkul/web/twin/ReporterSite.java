package id.kulkul.web.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.log.LogLeaf;
import id.kulkul.crypto.log.Promise;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.web.twin.Site.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server's side of the reporter's pages as far as the bundle needs one; what it says of its lists a test may change.
 */
final class ReporterSite implements AutoCloseable {
    private static final int REPORT = 1;
    private static final int SUBMITTED = 20;

    final Site site = new Site();
    final List<Site.Request> taken = Collections.synchronizedList(new ArrayList<>());

    ReporterSite() {
        answering(Answer.refused(503, "Sibuk"));
        site.on("/lapor/terima", request -> Answer.json("{\"receives\":true}"));
    }

    private static final String DAYS = "\",\"acknowledged\":\"2026-12-04\",\"answered\":\"2027-02-27\"}";

    /** A leaf and a promise of the right sizes, about nothing. */
    static Answer acknowledgement() {
        String leaf = Published.text(new byte[135]);
        String promise = Published.text(new byte[Promise.SIZE]);
        return Answer.json("{\"leaf\":\"" + leaf + "\",\"promise\":\"" + promise + DAYS);
    }

    /** What a report gets that arrives from now on. */
    ReporterSite answering(Answer answer) {
        site.on("/lapor/tersegel", request -> {
            taken.add(request);
            return answer;
        });
        return this;
    }

    /** The server says before anything is sent that it takes no report. */
    ReporterSite notNow(String detail) {
        site.on("/lapor/terima", request -> Answer.refused(503, "report/not-now-room", detail));
        return this;
    }

    /**
     * Answers a report with its leaf and a promise that is signed as it should be, for the end of that hour since 1970.
     */
    ReporterSite promising(Office office, long hourDue) {
        site.on("/lapor/tersegel", request -> {
            taken.add(request);
            LogLeaf leaf = leaf(request.body());
            String promise =
                    Published.text(office.wbs.promise(leaf.hash(), hourDue).encoded());
            return Answer.json("{\"leaf\":\"" + Published.text(leaf.encoded()) + "\",\"promise\":\"" + promise + DAYS);
        });
        return this;
    }

    private static LogLeaf leaf(String report) {
        try {
            JsonNode sent = new ObjectMapper().readTree(report);
            List<ItemHeader> items = new ArrayList<>();
            for (JsonNode item : sent.get("items"))
                items.add(ItemHeader.decoded(
                        Base64.getUrlDecoder().decode(item.get("header").asText())));
            UUID aggregate = Hex16.parse(sent.get("report").asText());
            Digest subject = ItemHeader.subject(items);
            return new LogLeaf(
                    Office.TENANT, REPORT, aggregate, 0, SUBMITTED, 490_000, aggregate, Digest.ZERO, subject);
        } catch (IOException | OpenFailed e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lists as the server tells them, the one in force first. */
    ReporterSite telling(Published... lists) {
        Answer said = lists(lists);
        site.on("/lapor/manifes", request -> said);
        return this;
    }

    Answer lists(Published... lists) {
        String all = Stream.of(lists).map(Published::json).collect(Collectors.joining(","));
        return Answer.json("{\"manifests\":[" + all + "]}");
    }

    /** What every ciphertext of an attachment gets. */
    void uploads(Answer answer) {
        site.under("/lapor/berkas/", request -> answer);
    }

    /** Opens a form made for that root and that list. */
    void open(Page page, Digest root, Digest list) {
        site.page("/lapor", form(root, list));
        page.navigate(site.at("/lapor"));
    }

    /** Fills the form in and sends it; whether anything but questions left the browser. */
    boolean sends(Page page) {
        taken.clear();
        page.check("#category-other");
        page.fill("#body", "Cerita rekaan");
        page.click("#send");
        page.waitForCondition(() -> page.locator("main .error-summary").isVisible());
        return !taken.isEmpty();
    }

    private static String form(Digest root, Digest list) {
        return "<!DOCTYPE html><html lang='id'><head><title>Lapor</title></head><body><aside class='exit'><a href='/kosong'>Keluar</a></aside><a class='language' href='/kosong'>English</a>"
                + "<main><h1>Lapor</h1>"
                + "<form id='lapor' data-root='" + root.hex() + "' data-list='" + list.hex() + "'>"
                + "<input type='hidden' name='case' value='" + Hex16.of(Office.REPORT) + "'>"
                + "<fieldset id='category'><legend>Tentang</legend>"
                + "<input type='radio' name='category' id='category-other' value='other'></fieldset>"
                + "<div class='field'><label for='body'>Isi</label><p data-unready tabindex='-1' hidden></p><textarea id='body' name='body'></textarea>"
                + "<p data-count='20000' hidden></p></div>"
                + "<input name='identityName'><input name='identityContact'><input type='file' name='attachment' data-largest='1'>"
                + "<div class='field'><p data-progress hidden></p><progress hidden></progress>"
                + "<button type='submit' id='send'>Kirim</button></div></form>"
                + "<template id='mistakes'><div class='error-summary' tabindex='-1'><ul></ul><p data-stays></p></div></template>"
                + "<template id='maybe'><section data-maybe><h2 data-fill='title'></h2><output data-fill='digits'></output>"
                + "<output data-fill='words'></output><output data-fill='greeting'></output></section></template>"
                + "<template id='receipt'><h1>Diterima</h1><ol data-fill='digits'>" + "<li>0</li> ".repeat(8) + "</ol>"
                + "<output data-fill='words'></output><output data-fill='greeting'></output><b data-fill='host'></b>"
                + "<b data-fill='acknowledged'></b><b data-fill='answered'></b><button data-print></button>"
                + "<form data-check action='/kosong'><div class='check'>" + "<input required title='[wrong]'>".repeat(8)
                + "</div><p data-checked></p><button>Buka</button></form>"
                + "<p data-promise-broken hidden></p><p data-promise-far hidden></p><p data-promise-due hidden></p><pre data-fill='promise'></pre></template>"
                + "<template id='texts' data-failed='[failed]' data-not-loaded='[not-loaded]' data-body-missing='[body-missing]' data-attachment-too-large='[attachment-too-large]' data-attachment-empty='[attachment-empty {name}]' data-attachments-removed='[attachments-removed]' data-maybe-title='[maybe-title {time}]' data-offline='[offline]' data-too-long='[too-long {over} {most}]' data-counted='[counted {count} {most}]' data-not-ours='[not-ours]' data-recipients='[recipients]' data-no-reader-left='[no-reader-left]' data-check-all='[all]' data-check-some='[{count}]'"
                + " data-maybe-received='[maybe-received]' data-maybe-received-more='[maybe-received-more]' data-file-unreadable='[file-unreadable {name}]'"
                + " data-list-changed='[list-changed]'"
                + " data-list-old='[list-old {clock}]' data-list-ahead='[list-ahead {clock}]' data-list-withheld='[list-withheld]' data-restored='[restored {origin}]'"
                + " data-promise-due='[promise-due {due}]' data-promise-far='[promise-far {due} {clock}]' data-sealing='[sealing]' data-sending='[sending]'></template>"
                + "<link rel='modulepreload' data-part='sealing' href='/static/js/sealing.js'>"
                + "<link rel='modulepreload' data-part='words' href='/static/js/words-id.js'>"
                + "<script type='module' src='/static/js/report.js'></script></main></body></html>";
    }

    @Override
    public void close() {
        site.close();
    }
}
