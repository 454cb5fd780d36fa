package id.kulkul.web.report;

import id.kulkul.web.audit.Acknowledged;

/** What a reporter is shown once: the receipt in both forms, its greeting, and the server's written promise. */
public record Receipted(String digits, String words, String greeting, Acknowledged promise) {
    public String getDigits() {
        return digits;
    }

    public String getWords() {
        return words;
    }

    public String getGreeting() {
        return greeting;
    }
}
