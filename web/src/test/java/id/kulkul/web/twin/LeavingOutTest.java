package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.Exclusion;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.OrgRoot;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.web.browser.Chromium;
import id.kulkul.web.twin.Office.Person;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever is left out together, the browser seals for exactly those who remain, as the signed list says. */
@ExtendWith(Chromium.class)
class LeavingOutTest {
    private static final String MARKS = """
            people => { document.querySelectorAll('[name=exclude]').forEach(old => old.remove());
              for (const person of people) { const mark = Object.assign(document.createElement('input'),
                { type: 'checkbox', name: 'exclude', value: person, checked: true }); lapor.append(mark); } }""";

    private final Office office = new Office();
    private final ReporterSite server = new ReporterSite();
    private final Digest root = new OrgRoot(office.root.publicKey()).fingerprint();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void any_set_of_five_that_leaves_somebody_has_its_group(Page page) throws Exception {
        List<Person> five = Stream.generate(Person::random).limit(5).toList();
        Manifest list = open(page, five);
        for (int bits : new int[] {0, 1, 3, 11, 15, 30}) {
            Set<Person> out = someOf(five, bits);
            ItemHeader sent = sealedWithout(page, out);
            assertThat(sent.group())
                    .isEqualTo(list.groupExcluding(out.stream().map(Person::id).collect(Collectors.toSet()))
                            .orElseThrow());
            assertThat(sent.stanzaCount()).isEqualTo(five.size() - out.size());
        }
    }

    @Test
    void nothing_leaves_the_browser_where_nobody_would_be_left(Page page) {
        List<Person> three = Stream.generate(Person::random).limit(3).toList();
        open(page, three);
        mark(page, Set.copyOf(three));
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary")).hasText("[no-reader-left]");
        page.evaluate(MARKS, List.of("head"));
        assertThat(server.sends(page)).isFalse();
    }

    @Test
    void of_more_than_five_one_is_left_out_and_two_are_not(Page page) throws Exception {
        List<Person> six =
                Stream.generate(Person::random).limit(Exclusion.MOST + 1).toList();
        open(page, six);
        assertThat(sealedWithout(page, Set.of(six.get(2))).stanzaCount()).isEqualTo(Exclusion.MOST);
        mark(page, Set.of(six.get(2), six.get(4)));
        assertThat(server.sends(page)).isFalse();
    }

    private Manifest open(Page page, List<Person> investigators) {
        Manifest list = office.manifest(1, Digest.ZERO, investigators.toArray(Person[]::new));
        server.telling(Published.truly(office, list)).open(page, root, list.digest());
        return list;
    }

    private static Set<Person> someOf(List<Person> people, int bits) {
        return Stream.iterate(0, i -> i + 1)
                .limit(people.size())
                .filter(i -> (bits >>> i & 1) == 1)
                .map(people::get)
                .collect(Collectors.toSet());
    }

    private static void mark(Page page, Set<Person> out) {
        page.evaluate(
                MARKS,
                new ArrayList<>(
                        out.stream().map(person -> Hex16.of(person.id())).toList()));
    }

    private ItemHeader sealedWithout(Page page, Set<Person> out) throws Exception {
        mark(page, out);
        assertThat(server.sends(page)).isTrue();
        var header = new ObjectMapper()
                .readTree(server.taken.getFirst().body())
                .get("items")
                .get(0)
                .get("header");
        return ItemHeader.decoded(Base64.getUrlDecoder().decode(header.asText()));
    }
}
