package id.kulkul.web.report;

/** What a reporter is shown once: the receipt in both forms, its greeting, and the server's written promise. */
public record Receipted(String digits, String words, String greeting, String promise) {
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
