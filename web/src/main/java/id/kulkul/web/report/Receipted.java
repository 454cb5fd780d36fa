package id.kulkul.web.report;

import id.kulkul.web.log.Acknowledged;
import java.util.List;

/**
 * What a reporter is shown: the receipt in both forms, its greeting, and the server's written promise.
 *
 * @param again whether the same form had arrived already
 */
public record Receipted(String digits, String words, String greeting, Acknowledged promise, boolean again) {
    public String getDigits() {
        return digits;
    }

    /** The eight groups of five digits. */
    public List<String> getGroups() {
        return List.of(digits.split(" "));
    }

    public String getWords() {
        return words;
    }

    public boolean isAgain() {
        return again;
    }

    public String getGreeting() {
        return greeting;
    }
}
