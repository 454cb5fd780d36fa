package id.kulkul.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryRulesTest {

    private static final UUID ID = new UUID(1, 2);

    /** The events of one aggregate, {@code @} and a digit for who acted, and what is wrong with the last of them. */
    @ParameterizedTest
    @CsvSource({
        "report,submitted,",
        "report,acknowledged,not-begun-by-submission",
        "report,submitted submitted,not-begun-by-submission",
        "report,submitted declined reopened,",
        "report,submitted reopened,out-of-order",
        "report,submitted closed,out-of-order",
        "report,submitted declined closed,",
        "report,submitted feedback-given closed,",
        "report,submitted declined closed acknowledged,after-closing",
        "report,submitted declined closed item-opened,",
        "report,submitted declined closed deadline-missed,",
        "report,submitted findings-confirmed,out-of-order",
        "report,submitted findings-drafted@1 findings-confirmed@1,not-four-eyes",
        "report,submitted findings-drafted@1 findings-confirmed@2,",
        "report,submitted findings-drafted@1 findings-drafted@2 findings-confirmed@2,not-four-eyes",
        "channel,manifest-published,",
        "channel,manifest-published manifest-published,",
        "channel,opened,out-of-order",
        "channel,manifest-published opened,",
        "channel,manifest-published closed,out-of-order",
        "channel,manifest-published opened opened,out-of-order",
        "channel,manifest-published opened closed,",
        "channel,manifest-published opened closed closed,out-of-order",
        "channel,manifest-published opened closed opened,",
        "staff-member,registered,",
        "staff-member,role-changed,out-of-order",
        "staff-member,registered registered,out-of-order",
        "staff-member,registered role-changed,",
        "staff-member,registered retired,",
        "staff-member,registered retired role-changed,after-closing",
        "checkpoints,closed opened closed,"
    })
    void the_order_and_the_actors_of_events_must_make_sense(String type, String events, @Nullable String fault) {
        HistoryRules rules = new HistoryRules(type, EventTypes.standard());
        String last = null;
        for (String event : events.split(" ", -1)) last = rules.fault(row(type, event.split("@", -1)));
        assertThat(last).isEqualTo(fault);
    }

    private static EventRow row(String type, String[] event) {
        UUID actor = new UUID(0, event.length == 1 ? 0 : Long.parseLong(event[1]));
        return new EventRow(ID, type, ID, 0, stored(type, event[0]), "1", 0, new byte[0], ID, actor, ID, Digest.ZERO);
    }

    private static String stored(String type, String event) {
        return switch (event) {
            case "submitted", "acknowledged", "declined", "reopened" -> "report-" + event;
            case "closed", "opened" -> type + "-" + event;
            case "registered", "retired" -> "staff-" + event;
            default -> event;
        };
    }
}
