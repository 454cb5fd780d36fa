package id.kulkul.web.twin;

import id.kulkul.web.twin.Site.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What answers in place of a server on its way to a browser: the sign-in page of a hotel's Wi-Fi, a proxy, a line that
 * breaks.
 */
final class Strangers {
    private static final String PAGE = "<!DOCTYPE html><html><body><main>Selamat datang</main></body></html>";

    private Strangers() {}

    /** Their answers by name; {@code ours} is what would have come. */
    static Map<String, Answer> insteadOf(Answer ours) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("a page", Answer.html(PAGE));
        answers.put("nothing with a status of success", Answer.sent(200, null));
        answers.put("an empty body of the right type", new Answer(200, ours.type(), new byte[0], null));
        answers.put("a way elsewhere", Answer.sent(302, "/kosong"));
        answers.put("JSON of somebody else", Answer.json("{\"portal\":\"hotel\",\"code\":5}"));
        answers.put("a list where a record should be", Answer.json("[]"));
        answers.put("a proxy's error", new Answer(502, "text/html", Office.utf8(PAGE), null));
        answers.put("a wall", new Answer(403, "text/html", Office.utf8(PAGE), null));
        answers.put("a refusal without our code", new Answer(404, "application/json", Office.utf8("{}"), null));
        if (ours.body().length > 1) {
            answers.put("half of it", new Answer(ours.status(), ours.type(), half(ours), null));
            answers.put("a line that breaks", ours.cut());
        }
        return answers;
    }

    private static byte[] half(Answer ours) {
        return java.util.Arrays.copyOf(ours.body(), ours.body().length / 2);
    }
}
