package id.kulkul.web.twin;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.Passphrase;
import id.kulkul.crypto.keys.PassphraseKeys;
import id.kulkul.crypto.keys.SealedSecret;
import id.kulkul.crypto.keys.Stretching;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.crypto.seal.VerifyingKey;
import id.kulkul.web.twin.Office.Person;
import id.kulkul.web.twin.Site.Answer;
import id.kulkul.web.twin.Site.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** A server's side of the staff pages as far as the bundle needs one, with one case whose items a test lays out. */
final class Desk implements AutoCloseable {
    static final String PASSPHRASE = "legal winner thank year wave sausage worth";
    static final String CASE = "/kerja/kasus/" + Hex16.of(Office.REPORT);
    private static final String PHC = "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw";
    private static final PassphraseKeys KEYS = Passphrase.parse(PASSPHRASE).stretched(Stretching.parse(PHC));

    final Office office;
    final Site site = new Site();
    final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> sections = new ArrayList<>();
    private final SymmetricKey bundleKey = SymmetricKey.random();
    private final CountDownLatch resumed = new CountDownLatch(1);
    private String form = "";
    private Person writer;

    /** What the server says of Ani's keys beside the keys themselves. */
    UUID claimedPerson;

    long claimedVersion = 3;

    Desk(Office office) {
        this.office = office;
        claimedPerson = office.ani.id();
        writer = office.ani;
        site.on("/masuk/tantangan", this::challenge);
        site.on("/masuk", request -> request.method().equals("POST") ? admitted(request, KEYS) : signInPage());
        site.on("/kerja/kunci", request -> Answer.json(ownKeys(office.ani, KEYS)));
        site.on("/kerja", request -> Pages.staff("Hari ini", "<p><a href='" + CASE + "'>WBS-1</a></p>"));
        site.on(CASE, request -> Pages.staff("Kasus", String.join("", sections) + form));
        site.on("/keluar", request -> Pages.staff("Keluar", ""));
        publish(office.manifest, Published.truly(office, office.manifest).json());
    }

    void publish(Manifest manifest, String json) {
        site.on("/kerja/manifes/" + manifest.digest().hex(), request -> Answer.json(json));
    }

    /** Shows an item on the case's page as it is, below those already there. */
    Desk show(Parcel parcel) {
        return show(parcel.header(), delivered(parcel));
    }

    /** Shows an item whose delivery is something else than it should be. */
    Desk show(ItemHeader header, byte[] delivery) {
        return show(header, delivery, office.reporterSigns.verifying());
    }

    /** Says of what is shown from here on that this person wrote it, if the office did; before, it is Ani. */
    Desk writtenBy(Person person) {
        writer = person;
        return this;
    }

    /** Shows an item and says that the reporter's key is another. */
    Desk show(Parcel parcel, VerifyingKey reporter) {
        return show(parcel.header(), delivered(parcel), reporter);
    }

    private Desk show(ItemHeader header, byte[] delivery, VerifyingKey reporter) {
        var src = sections.stream().anyMatch(section -> section.contains(src(header)))
                ? src(header) + "/" + sections.size()
                : src(header);
        sections.add(Pages.section(header, src, reporter, writer));
        site.on(src, request -> Answer.octets(delivery));
        return this;
    }

    static String src(ItemHeader header) {
        return CASE + "/isi/" + Hex16.of(header.context().item());
    }

    /** What the server sends to Ani: length, header, her stanza, ciphertext. */
    byte[] delivered(Parcel parcel) {
        return delivered(parcel.header(), parcel.stanzas(), parcel.blob());
    }

    byte[] delivered(ItemHeader header, List<Stanza> stanzas, byte[] blob) {
        var own = office.ani.keys().opening().recipient().keyId();
        var stanza = stanzas.stream()
                .filter(one -> one.keyId().equals(own))
                .findFirst()
                .orElse(stanzas.getFirst());
        return delivery(header, stanza, blob);
    }

    static byte[] delivery(ItemHeader header, Stanza stanza, byte[] blob) {
        var encoded = header.encoded();
        return new StructWriter(2 + encoded.length + Stanza.SIZE + blob.length)
                .u16(encoded.length)
                .raw(encoded)
                .raw(stanza.encoded())
                .raw(blob)
                .bytes();
    }

    /** Puts the form under the items, for a first message under this list. */
    Desk form(Manifest manifest, int group, Digest seen) {
        return form(manifest, group, seen, office.reporterOpens.recipient());
    }

    /** The same with another key that is said to be the reporter's. */
    Desk form(Manifest manifest, int group, Digest seen, Recipient reporter) {
        form = Pages.form(manifest, group, seen, HexFormat.of().formatHex(reporter.bytes()));
        return this;
    }

    /** Keeps what is sent with the form and answers it like this. */
    Desk answering(Answer answer) {
        site.on(CASE + "/pesan", request -> {
            requests.add(request);
            return answer;
        });
        return this;
    }

    /** Signs Ani in and waits for her first page. */
    void signIn(Page page) {
        page.navigate(site.at("/masuk"));
        page.fill("[name=name]", "ani");
        page.fill("[name=passphrase]", PASSPHRASE);
        page.click("#masuk button");
        page.waitForURL(site.at("/kerja"));
    }

    /** Shows a report that was sealed under that list for that group, with the key that answers to it are sealed to. */
    Desk showReport(Manifest manifest, int group) {
        var key = Hex16.of(office.reporterOpens.recipient().keyId());
        return show(Seal.signed(
                office.place(Kind.REPORT_BODY, 0),
                Draft.of(Draft.REPORT, Office.utf8("{\"v\":1,\"text\":\"Laporan\",\"replyKey\":\"" + key + "\"}")),
                office.reporterSigns,
                new Recipients(
                        manifest.digest(),
                        group,
                        manifest.audience(Manifest.EVERYBODY).recipients()),
                Origin.SENDER));
    }

    /** Goes on to the case and opens its report. */
    void readCase(Page page) {
        openCase(page);
        if (!open(page, 0).equals("Laporan")) throw new AssertionError("The report does not open");
    }

    /** Goes on to the case without leaving the document. */
    void openCase(Page page) {
        page.click("text=WBS-1");
        page.waitForURL(site.at(CASE));
    }

    /** Presses the button of the n-th item and gives what it shows once it shows something. */
    String open(Page page, int n) {
        var section = page.locator("section[data-item]").nth(n);
        section.locator("[data-open]").click();
        section.and(page.locator("[aria-busy=false]")).waitFor();
        return section.locator("[data-content]").innerText();
    }

    static Locator state(Page page, int n) {
        return page.locator("section[data-item]").nth(n);
    }

    /** Holds whoever answers until {@link #resume}. */
    void pause() {
        try {
            resumed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void resume() {
        resumed.countDown();
    }

    @Override
    public void close() {
        site.close();
    }

    private Answer challenge(Request request) {
        requests.add(request);
        return Answer.json(
                "{\"salt\":\"AAECAwQFBgcICQoLDA0ODw\",\"memoryKiB\":19456,\"iterations\":2,\"parallelism\":1}");
    }

    private Answer admitted(Request request, PassphraseKeys keys) {
        requests.add(request);
        var auth = Published.text(keys.auth().bytes());
        var right = request.body().equals("{\"name\":\"ani\",\"auth\":\"" + auth + "\"}");
        return right ? Answer.sent(204, "/kerja") : Answer.refused(401, "Tidak cocok");
    }

    private static Answer signInPage() {
        return Pages.page(
                "Masuk",
                "<form id='masuk' method='post' action='/masuk'><p class='err' role='alert' hidden></p>"
                        + "<input name='name'><input name='passphrase' type='password' id='p'>"
                        + "<input type='checkbox' data-reveal='p'><button>Masuk</button></form>");
    }

    private String ownKeys(Person person, PassphraseKeys keys) {
        var owner = new SealedSecret.Owner(Office.TENANT, person.id(), 1, 3);
        var bundle = person.keys().seal(bundleKey, owner).encoded();
        var wrap = SealedSecret.wrap(bundleKey, keys.wrap(), owner).encoded();
        return "{\"bundle\":\"" + Published.text(bundle) + "\",\"wrap\":\"" + Published.text(wrap) + "\",\"person\":\""
                + Hex16.of(claimedPerson) + "\",\"tenant\":\"" + Hex16.of(Office.TENANT) + "\",\"version\":"
                + claimedVersion + "}";
    }
}
