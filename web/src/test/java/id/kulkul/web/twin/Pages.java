package id.kulkul.web.twin;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.VerifyingKey;
import id.kulkul.web.twin.Site.Answer;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** HTML with just what the bundle looks for; every sentence is its own name in brackets. */
final class Pages {
    private static final HexFormat HEX = HexFormat.of();
    private static final String TEXTS = List.of(
                            "failed",
                            "offline",
                            "not-ours",
                            "closed",
                            "wrong-passphrase",
                            "weak",
                            "opening",
                            "broken",
                            "cut",
                            "inconsistent",
                            "forged",
                            "moved",
                            "dropped",
                            "reordered",
                            "not-for-you",
                            "recipients",
                            "empty",
                            "counted",
                            "leave-typed",
                            "open-first",
                            "report-first",
                            "writer-first",
                            "file-foreign",
                            "files-list",
                            "files-of",
                            "photo-note",
                            "photo-larger",
                            "photo-smaller",
                            "photo-close",
                            "photo-none",
                            "photo-large",
                            "photo-broken",
                            "locked",
                            "autolocked")
                    .stream()
                    .map(name -> " data-" + name + "='[" + name + "]'")
                    .collect(Collectors.joining())
            + " data-unknown-word='[unknown-word {word}]' data-joined-words='[joined-words {place}]'"
            + " data-word-count='[word-count {count}]' data-too-long='[too-long {over} {most}]' data-file='[file {name} {size}]'"
            + " data-file-missing='[file-missing {name}]' data-saved='[saved {name}]' data-photo='[photo {number}]'"
            + " data-other-writer='[other-writer {name}]' data-list-old='[list-old {clock}]' data-list-ahead='[list-ahead {clock}]' data-list-withheld='[list-withheld]' data-restored='[restored {origin}]'";

    private Pages() {}

    static Answer page(String title, String content) {
        return Answer.html("<!DOCTYPE html><html lang='id'><head><title>" + title
                + "</title></head><body><main id='isi'>" + content
                + "<template id='texts'" + TEXTS + "></template>"
                + "<script type='module' src='/static/js/staff.js'></script></main></body></html>");
    }

    static Answer staff(String title, String content) {
        var bar = "<nav><a href='/kerja'>Hari ini</a><button type='button' id='kunci' hidden>Kunci</button>"
                + "<form method='post' action='/keluar'><button>Keluar</button></form></nav><h1>" + title + "</h1>";
        var unlock = "<form id='buka' data-name='ani' hidden><p data-reason hidden></p><p class='err' hidden></p>"
                + "<input type='password' name='passphrase'><button>Buka kotak</button></form>";
        return page(title, bar + content + unlock);
    }

    /** Of an item that the office wrote, the page says who did. */
    static String section(ItemHeader header, String src, VerifyingKey reporter, Office.Person writer) {
        var context = header.context();
        return "<section data-item='" + Hex16.of(context.item()) + "' data-kind='" + context.kind() + "' data-src='"
                + src + "' data-digest='" + header.digest().hex() + "' data-report='"
                + Hex16.of(Office.REPORT) + "' data-reporter-pk='" + HEX.formatHex(reporter.bytes())
                + "' data-writer='" + Hex16.of(writer.id()) + "' data-from='[" + writer.id() + "]'><h3 id='judul-"
                + Hex16.of(context.item()) + "'><span>" + context.kind() + "</span></h3>"
                + (context.kind() == Kind.ATTACHMENT ? "<button type='button' data-look>Lihat</button>" : "")
                + "<button type='button' data-open>Buka isi</button>"
                + "<div data-content></div></section>";
    }

    static String form(Manifest manifest, int group, Digest seen, String reporterKey) {
        return "<form method='post' action='" + Desk.CASE + "/pesan' data-seal='message' data-report='"
                + Hex16.of(Office.REPORT) + "' data-scope='" + Hex16.of(manifest.scope()) + "' data-reporter-xwing-pk='"
                + reporterKey + "' data-manifest-digest='" + manifest.digest().hex() + "' data-epoch='"
                + manifest.epoch() + "' data-group='" + group + "' data-next-seq='0' data-prev='" + Digest.ZERO.hex()
                + "' data-seen='" + seen.hex() + "'><input type='hidden' name='act' value='ASK_REPORTER'>"
                + "<p data-error role='alert' hidden></p><p data-error-for='text' hidden></p>"
                + "<div class='field'><textarea name='text'></textarea><p data-count='10000' hidden></p></div>"
                + "<button>Kirim</button></form>";
    }
}
