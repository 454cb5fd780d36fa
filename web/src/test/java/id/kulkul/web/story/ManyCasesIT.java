package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.command.report.ReportId;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.web.browser.Chromium;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * More cases than one page shows: each stands on one page once, and two people set aside what nobody has looked
 * through.
 *
 * <p>A program of its own: nobody else wants so many cases.
 */
@Tag("story")
@Tag("flood")
@Tag("audit")
@ExtendWith({Chromium.class, Demonstration.class})
class ManyCasesIT {
    private static final String NEXT = "a[rel=next]";
    private static final int MORE = 35;
    private static final int ROWS = 30;
    private static final int MOST_BYTES = 60 * 1024;
    private static final int FLOOD = 40;
    private static final String STORY = "Cerita rekaan";
    private static final Pattern ON_DESK = Pattern.compile("<(?:td|h3)><a href=\"/kerja/kasus/([0-9a-f]{32})\"");
    private static final Pattern MARK = Pattern.compile("name=\"mark\"[^>]*value=\"([0-9]+)\"");
    private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([0-9a-f]{32})\"");
    private static final Pattern IN_AUDIT = Pattern.compile("(?<=data-event=\")setting-aside-[a-z]+");

    private static Packaged program;

    @BeforeAll
    static void start(@Demonstration.Own Packaged own) {
        program = own;
    }

    @Test
    void all_cases_are_turned_page_by_page(Page page) throws Exception {
        for (int i = 0; i < MORE; i++) report();
        Patience.untilTheNextMark(program);
        Auditor auditor = new Auditor(program);
        auditor.signIn(page, "id");
        List<String> stored = turned(page, ".card a");
        page.navigate(auditor.url("/audit/kasus"));
        for (int i = 0; i < 30 && listed(page) < stored.size(); i++) {
            page.waitForTimeout(1_000);
            page.reload();
        }
        assertThat(turned(page, "#kasus tbody a")).containsExactlyInAnyOrderElementsOf(stored);
        for (String path : List.of("/audit", "/audit/kasus")) {
            page.navigate(auditor.address(path, "en"));
            assertThat(page.locator(NEXT)).hasText("Next page");
            EveryPage.check(page, "en");
            int bytes = page.request().get(page.url()).body().length;
            assertThat(bytes).isLessThan(MOST_BYTES);
        }
    }

    @Test
    void a_flood_is_set_aside_by_two_people_and_comes_back(Page page) throws Exception {
        Colleague ani = Colleague.signIn(program, "pemeriksa-1");
        Colleague budi = Colleague.signIn(program, "pemeriksa-2");
        Submitted own = Submitted.to(program);
        for (int i = 0; i < FLOOD; i++) report();
        String hidden = report(Hex16.of(budi.person));
        Patience.untilTheNextMark(program);
        List<String> before = desk(ani);
        assertThat(before).contains(own.report(), hidden).doesNotHaveDuplicates();
        assertThat(desk(budi)).contains(own.report()).doesNotContain(hidden);

        assertThat(location(ani.door.fields("/kerja/penyisihan", "nonce", Hex16.of(UUID.randomUUID()), "all", "1")))
                .isEqualTo("/kerja/belum-ditelaah?refused=nothing-ticked");
        String proposal = proposed(ani);
        assertThat(proposal).endsWith("?done=proposed&left=1"); // the one that nobody else may read
        String flood = proposal.substring(0, proposal.indexOf('?'));
        assertThat(desk(ani)).isEqualTo(before);
        assertThat(decided(ani, flood, "setuju")).endsWith("?refused=same-person");
        assertThat(decided(budi, flood, "setuju")).endsWith("?done=confirmed");
        assertThat(decided(budi, flood, "setuju")).endsWith("?refused=already-confirmed");
        assertThat(desk(ani)).contains(hidden).doesNotContain(own.report()).hasSizeLessThan(before.size() - FLOOD);
        assertThat(aside(ani)).contains(own.report()).doesNotContain(hidden).isEqualTo(aside(budi));
        assertThat(budi.door.get(flood).text()).doesNotContain(hidden);
        assertThat(own.mailbox(program)).contains("Status laporan");
        finds(ani, budi, hidden);
        look(page, flood);

        String itsCase = "/kerja/kasus/" + own.report();
        assertThat(ani.door.get(itsCase).text()).contains("Laporan ini disisihkan oleh", flood);
        ani.door.fields(itsCase + "/tindakan", "act", "ACKNOWLEDGE");
        assertThat(desk(budi)).contains(own.report());
        assertThat(ani.door.get(itsCase).text()).doesNotContain("Laporan ini disisihkan oleh");
        assertThat(decided(ani, flood, "batal", "shown", "PROPOSED")).endsWith("?refused=confirmed-since");
        assertThat(decided(budi, flood, "batal", "shown", "IN_FORCE")).endsWith("?done=undone");
        assertThat(decided(ani, flood, "batal", "shown", "IN_FORCE")).endsWith("?refused=already-undone");
        assertThat(desk(ani)).containsExactlyInAnyOrderElementsOf(before);
        Patience.untilTheNextMark(program);
        String audit = Colleague.signIn(program, "auditor")
                .door
                .get(flood.replace("/kerja", "/audit"))
                .text();
        assertThat(IN_AUDIT.matcher(audit).results().map(MatchResult::group))
                .containsExactly("setting-aside-proposed", "setting-aside-confirmed", "setting-aside-undone");
    }

    /** Sends a report that those people must not read, and returns its id. */
    private static String report(String... excluded) {
        String secret = FormCase.secret();
        List<String> fields = new ArrayList<>(List.of("secret", secret, "category", "bribery", "body", STORY));
        List<String> typed = new ArrayList<>(List.of("bribery", STORY, "", ""));
        for (String person : excluded) {
            fields.addAll(List.of("exclude", person));
            typed.add(person);
        }
        Door.Answer answer = new Door(program, "").report(fields.toArray(String[]::new));
        assertThat(answer.status()).as(answer.code()).isEqualTo(200);
        return FormCase.of(program, secret, typed.toArray(String[]::new));
    }

    /**
     * A case is found by its number however it is typed, and one of others is answered like one that does not exist.
     */
    private static void finds(Colleague reader, Colleague excluded, String hidden) {
        String number = ReportBoard.number(ReportId.parse(hidden));
        String typed = number.toLowerCase(Locale.ROOT).replace("-", "+");
        assertThat(location(reader.door.get("/kerja/cari?nomor=" + typed))).isEqualTo("/kerja/kasus/" + hidden);
        String nobodys = ReportBoard.number(new ReportId(UUID.randomUUID()));
        String none = excluded.door.get("/kerja/cari?nomor=" + nobodys).text();
        assertThat(excluded.door.get("/kerja/cari?nomor=" + number).text()).isEqualTo(none.replace(nobodys, number));
        assertThat(none).contains("Tidak ada kasus dengan nomor itu");
        assertThat(reader.door.get("/kerja/cari?nomor=WBS-1").text()).contains("value=\"WBS-1\"", "tidak lengkap");
    }

    /** Each page is for everybody, in both languages; a proposal is in force. */
    private static void look(Page page, String flood) throws Exception {
        Auditor anybody = new Auditor(program);
        Entrance.signIn(program, page, "pemeriksa-1");
        for (String language : List.of("id", "en")) {
            for (String path : List.of(
                    "/kerja",
                    "/kerja?held=me",
                    "/kerja/arsip",
                    "/kerja/belum-ditelaah",
                    "/kerja/disisihkan",
                    "/kerja/penyisihan",
                    "/kerja/cari?nomor=WBS-1",
                    flood)) {
                page.navigate(anybody.address(path, language));
                EveryPage.check(page, language);
            }
            page.navigate(anybody.address("/kerja/belum-ditelaah", language));
            page.locator("a.tap").last().click();
            assertThat(page.locator("input[name=report]").first()).isVisible();
            EveryPage.check(page, language);
        }
        for (String language : List.of("id", "en")) {
            anybody.enter(page, language);
            for (String path : List.of("/audit/penyisihan", flood.replace("/kerja", "/audit"))) {
                page.navigate(anybody.address(path, language));
                EveryPage.check(page, language);
            }
        }
    }

    /** The cases of all pages of a desk. */
    private static List<String> desk(Colleague person) {
        return pages(person, "/kerja");
    }

    private static List<String> aside(Colleague person) {
        return pages(person, "/kerja/disisihkan");
    }

    private static List<String> pages(Colleague person, String path) {
        List<String> cases = new ArrayList<>();
        for (int number = 1; ; number++) {
            Door.Answer page = person.door.get(path + "?page=" + number);
            assertThat(page.body().length).isLessThan(MOST_BYTES);
            cases.addAll(found(ON_DESK, page.text()));
            if (!page.text().contains("rel=\"next\"")) return cases;
        }
    }

    /** Proposes everything that nobody has looked through, and returns where that leads. */
    private static String proposed(Colleague person) {
        String page = person.door.get("/kerja/belum-ditelaah").text();
        List<String> fields =
                new ArrayList<>(List.of("nonce", found(NONCE, page).getFirst(), "all", "1"));
        for (String mark : found(MARK, page)) fields.addAll(List.of("mark", mark));
        return location(person.door.fields("/kerja/penyisihan", fields.toArray(String[]::new)));
    }

    private static String decided(Colleague person, String flood, String decision, String... fields) {
        return location(person.door.fields(flood + "/" + decision, fields));
    }

    private static String location(Door.Answer answer) {
        assertThat(answer.status()).as(answer.code()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The numbers of all cases, from the first page to the last. */
    private static List<String> turned(Page page, String row) {
        List<String> numbers = new ArrayList<>(page.locator(row).allTextContents());
        assertThat(numbers).hasSize(ROWS);
        while (page.locator(NEXT).isVisible()) {
            new Keyboard(page).on(NEXT).enter();
            numbers.addAll(page.locator(row).allTextContents());
        }
        assertThat(numbers).hasSizeGreaterThan(MORE).doesNotHaveDuplicates();
        return numbers;
    }

    private static int listed(Page page) {
        return Integer.parseInt(
                page.locator(".nums li strong").first().textContent().strip());
    }
}
