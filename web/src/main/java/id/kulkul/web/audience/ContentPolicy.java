package id.kulkul.web.audience;

/** What a browser may load and run in a page (Content Security Policy). */
enum ContentPolicy {
    /** Pages and files without a script. */
    NO_SCRIPT(""),
    /** Words are sealed by our script, which makes no markup. */
    SEALING("script-src 'self'; connect-src 'self'; " + ContentPolicy.TYPED + "trusted-types 'none'; "),
    /** A passphrase is stretched in WebAssembly, and pages of ours are shown inside the one that holds the keys. */
    KEYS("script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; " + ContentPolicy.TYPED
            + "trusted-types kulkul-page; ");

    /** No string becomes markup or script but by a policy that is named; {@code page/markup.js} makes the only one. */
    private static final String TYPED = "require-trusted-types-for 'script'; ";

    private final String text;

    ContentPolicy(String more) {
        text = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; " + more
                + "base-uri 'none'; frame-ancestors 'none'";
    }

    /** The policy as the header has it. */
    String text() {
        return text;
    }
}
