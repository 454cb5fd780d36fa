package id.kulkul.web.flood;

import id.kulkul.command.flood.FloodRejection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** What an act before this page says on it: addresses carry codes, and none that is unknown is shown. */
final class Told {
    private static final List<String> DONE = List.of("proposed", "confirmed", "withdrawn", "undone");

    /** What the form itself lacks; the domain is not asked. */
    static final String NOTHING_TICKED = "nothing-ticked";

    private Told() {}

    static Map<String, Object> of(MultiValueMap<String, String> asked) {
        Map<String, Object> told = new HashMap<>();
        DONE.stream().filter(done -> done.equals(asked.getFirst("done"))).forEach(done -> told.put("done", done));
        Arrays.stream(FloodRejection.values())
                .filter(why -> name(why).equals(asked.getFirst("refused")))
                .forEach(why -> told.put("error", why.code()));
        if (NOTHING_TICKED.equals(asked.getFirst("refused"))) told.put("error", "floods/" + NOTHING_TICKED);
        String left = asked.getFirst("left");
        if (left != null && left.matches("[1-9][0-9]{0,6}")) told.put("left", Integer.valueOf(left));
        return told;
    }

    /** The last part of the code, as an address carries it. */
    static String name(FloodRejection why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
