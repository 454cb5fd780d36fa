package id.kulkul.web.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Opening;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.crypto.threshold.Combining;
import id.kulkul.crypto.threshold.Share;
import id.kulkul.web.browser.Chromium;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class BothWaysTest {
    private static final int LOTS = 200;
    private static final HexFormat HEX = HexFormat.of();
    private static final String CALL =
            "async ([work, cases]) => (await import('/twin/bothways.js'))[work](await import('/static/js/staff.js'), cases)";

    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void what_java_seals_opens_in_the_browser(Page page) throws Exception {
        page.navigate(site.at("/kosong"));
        var lots = Lot.draw(LOTS, 20261124);
        var cases = new ArrayList<Map<String, Object>>();
        for (var lot : lots) cases.add(toOpen(lot, lot.made()));
        var bodies = (List<?>) page.evaluate(CALL, List.of("opened", cases));
        for (int i = 0; i < LOTS; i++)
            assertThat(bodies.get(i)).isEqualTo(HEX.formatHex(lots.get(i).text().bytes()));
    }

    @Test
    void what_the_browser_seals_opens_in_java(Page page) throws Exception {
        page.navigate(site.at("/kosong"));
        var lots = Lot.draw(LOTS, 4711);
        var cases = lots.stream().map(BothWaysTest::toSeal).toList();
        var items = (List<?>) page.evaluate(CALL, List.of("sealed", cases));
        for (int i = 0; i < LOTS; i++) {
            assertThat(opened(lots.get(i), (Map<?, ?>) items.get(i)))
                    .isEqualTo(lots.get(i).text().bytes());
        }
    }

    private static Map<String, Object> toOpen(Lot lot, Lot.Made made) {
        var one = new HashMap<String, Object>();
        one.put("header", HEX.formatHex(made.item().header().encoded()));
        one.put("blob", HEX.formatHex(made.blob()));
        one.put("sender", HEX.formatHex(lot.signer().verifying().bytes()));
        var stanzas = made.item().stanzas();
        if (lot.isShared()) {
            one.put("members", members(lot));
            one.put(
                    "shares",
                    IntStream.range(0, lot.m())
                            .mapToObj(i -> share(lot, stanzas, i))
                            .toList());
        } else {
            int last = stanzas.size() - 1;
            one.put("stanza", HEX.formatHex(stanzas.get(last).encoded()));
            one.put("seed", HEX.formatHex(lot.readers().get(last).seed()));
        }
        return one;
    }

    private static Map<String, Object> share(Lot lot, List<Stanza> stanzas, int i) {
        var seed = HEX.formatHex(lot.readers().get(i).seed());
        return Map.of(
                "index",
                i + 1,
                "seed",
                seed,
                "stanza",
                HEX.formatHex(stanzas.get(i).encoded()));
    }

    private static List<String> members(Lot lot) {
        return lot.recipients().stream().map(one -> HEX.formatHex(one.bytes())).toList();
    }

    private static Map<String, Object> toSeal(Lot lot) {
        return Map.of(
                "context", HEX.formatHex(lot.context().encoded()),
                "body", HEX.formatHex(lot.text().bytes()),
                "sign", HEX.formatHex(lot.signer().seed()),
                "manifest", lot.manifest().hex(),
                "group", lot.group(),
                "m", lot.m(),
                "members", members(lot));
    }

    private static byte[] opened(Lot lot, Map<?, ?> item) throws Exception {
        var header = ItemHeader.decoded(HEX.parseHex((String) item.get("header")));
        var stanzas = Stanza.all(HEX.parseHex((String) item.get("stanzas")));
        var blob = HEX.parseHex((String) item.get("blob"));
        assertThat(header.context()).isEqualTo(lot.context());
        assertThat(header.covers(stanzas)).isTrue();
        assertThat(header.hasAllowedSize()).isTrue();
        if (lot.isShared()) return together(lot, header, stanzas, blob);
        var reader = lot.readers().getFirst();
        if (!lot.isFile()) {
            return Opening.openSigned(header, stanzas.getFirst(), blob, reader)
                    .by(lot.signer().verifying())
                    .body();
        }
        var plain = new ByteArrayOutputStream();
        Opening.open(header, stanzas.getFirst(), new ByteArrayInputStream(blob), reader, plain);
        return plain.toByteArray();
    }

    private static byte[] together(Lot lot, ItemHeader header, List<Stanza> stanzas, byte[] blob) throws Exception {
        var shares = new ArrayList<Share>();
        for (int i = 0; i < lot.m(); i++) {
            shares.add(Share.open(header, i + 1, stanzas.get(i), lot.readers().get(i)));
        }
        try (var combined = Combining.combine(header, lot.recipients(), blob, shares)) {
            var body = combined.text().by(lot.signer().verifying()).body();
            return Arrays.copyOfRange(body, 32, body.length);
        }
    }
}
