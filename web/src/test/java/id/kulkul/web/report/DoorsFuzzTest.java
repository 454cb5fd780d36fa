package id.kulkul.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.SubmitSignature;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.web.channel.ArrivedItem;
import id.kulkul.web.channel.ArrivedItem.Irregular;
import id.kulkul.web.channel.ArrivedItem.Wire;
import id.kulkul.web.channel.FixedOffice;
import id.kulkul.web.channel.Office;
import id.kulkul.web.channel.SentAhead;
import id.kulkul.web.mailbox.ReplyDoor;
import id.kulkul.web.page.FieldText;
import id.kulkul.web.page.Refused;
import id.kulkul.web.page.Requests;
import id.kulkul.web.signin.SignInDoor;
import id.kulkul.web.staff.CaseDoor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any JSON is a sealed report, an answer or what the staff sends, or is refused in the one way; what was let in is
 * whole, signed and for its readers.
 */
class DoorsFuzzTest {
    private static final Office OFFICE = FixedOffice.office();
    private static final SentDoors SENT = new SentDoors(OFFICE);
    private static final SealedReports REPORTS = new SealedReports(new SentAhead(SENT.blobs()), Requests.JSON);
    private static final List<String> CATEGORIES = List.of("bribery", "other");

    private interface Door {
        void read(byte[] bytes);
    }

    private static final List<Door> DOORS = List.of(
            DoorsFuzzTest::report,
            bytes -> partOfReport(SENT.reportWith(bytes)),
            DoorsFuzzTest::answer,
            bytes -> item(SENT.answerWith(bytes)),
            DoorsFuzzTest::signIn,
            bytes -> CaseDoor.items(bytes).forEach(DoorsFuzzTest::item));

    static Stream<byte[]> bodies() {
        Stream<byte[]> texts = Stream.of(
                as(0, "null"),
                as(0, "{\"category\":\"bribery\",\"exclude\":[\"head\",null],\"items\":[null]}"),
                as(
                        2,
                        "{\"lookup\":\"" + "A".repeat(43)
                                + "\",\"items\":[null,{\"header\":\"AA\"}],\"signature\":\"\"}"),
                as(4, "{\"name\":\" ani\\u200b\\ud800\",\"auth\":\"AA\"}"),
                as(5, "{\"act\":\"DECLINE\",\"code\":null,\"items\":[{\"header\":\"\",\"stanzas\":null},null]}"));
        Stream<byte[]> parts = IntStream.range(0, SentDoors.PARTS)
                .mapToObj(part -> front(1, SENT.partOfReport(part)))
                .filter(seed -> seed.length < 6_000);
        Stream<byte[]> answers = IntStream.range(0, 3).mapToObj(part -> front(3, SENT.partOfAnswer(part)));
        return Stream.concat(
                Stream.concat(texts, Stream.of(front(0, SENT.withoutContents()))), Stream.concat(parts, answers));
    }

    private static byte[] as(int door, String text) {
        return front(door, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] front(int door, byte[] bytes) {
        byte[] seed = new byte[1 + bytes.length];
        seed[0] = (byte) door;
        System.arraycopy(bytes, 0, seed, 1, bytes.length);
        return seed;
    }

    @MethodSource("bodies")
    @FuzzTest(maxDuration = "8m")
    void a_body(byte[] input) {
        if (input.length == 0 || (input[0] & 0xff) >= DOORS.size()) return;
        try {
            DOORS.get(input[0]).read(Arrays.copyOfRange(input, 1, input.length));
        } catch (Refused refused) {
            assertThat(refused).hasMessageMatching("(page|report)/[a-z-]+");
        }
    }

    private static void report(byte[] body) {
        Submission submission = REPORTS.read(body, OFFICE, CATEGORIES).submission();
        assertThat(submission.category()).isIn(CATEGORIES);
        assertThat(submission.lookup()).hasSize(32);
        List<ItemHeader> headers = submission.headers();
        assertThat(headers.getFirst().context().kind()).isEqualTo(Kind.REPORT_BODY);
        assertThat(SubmitSignature.verify(
                        submission.reporter().signing(), ItemHeader.subject(headers), submission.signature()))
                .isTrue();
        submission.items().forEach(DoorsFuzzTest::let);
        assertThat(submission.blobs().stream().map(Digest::sha256).toList())
                .isEqualTo(headers.stream()
                        .filter(header -> header.context().kind() != Kind.ATTACHMENT)
                        .map(ItemHeader::ctSha256)
                        .toList());
    }

    private static void partOfReport(byte[] body) {
        try {
            report(body);
        } catch (Refused refused) {
            assertThat(SENT.isWhole(body)).isFalse();
            throw refused;
        }
    }

    private static void let(SealedItem item) {
        ItemHeader header = item.header();
        assertThat(header.manifest()).isEqualTo(OFFICE.digest());
        assertThat(header.origin()).isEqualTo(Origin.SENDER);
        assertThat(header.covers(item.stanzas())).isTrue();
        assertThat(header.hasAllowedSize()).isTrue();
    }

    private static void answer(byte[] body) {
        ReplyDoor.items(body).forEach(DoorsFuzzTest::item);
    }

    private static void item(Wire wire) {
        try {
            ArrivedItem arrived = ArrivedItem.direct(
                    wire,
                    Kind.MSG_TO_TEAM,
                    SENT.report(),
                    OFFICE.sealing(0),
                    OFFICE.manifest().audience(0).recipients());
            let(arrived.item());
            assertThat(Digest.sha256(arrived.blob())).isEqualTo(arrived.header().ctSha256());
        } catch (Irregular refused) {
            assertThat(wire).isNotEqualTo(SENT.answer());
        }
    }

    private static void signIn(byte[] body) {
        for (String name : SignInDoor.names(body))
            assertThat(FieldText.name(name)).isEqualTo(name);
    }
}
