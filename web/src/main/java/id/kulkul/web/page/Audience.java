package id.kulkul.web.page;

import java.util.regex.Pattern;

/** For whom a page is made, by its address, and what its browser may load and run there; the first audience that knows the address counts. */
enum Audience {
    /** A person without an account, whose words our script seals. */
    REPORTER(
            "/(lapor|kotak)(/.*)?",
            "script-src 'self'; connect-src 'self'; " + Audience.TYPED + "trusted-types 'none'; "),
    /** A person with an account; a passphrase is stretched in WebAssembly, and pages of ours are shown inside the one that holds the keys. */
    STAFF(
            "/(masuk|keluar|kerja|audit|demo)(/.*)?",
            "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; " + Audience.TYPED
                    + "trusted-types kulkul-page; "),
    /** Everybody else: pages and files without a script. */
    PUBLIC(".*", "");

    /** No string becomes markup or script but by a policy that is named; {@code page/markup.js} makes the only one. */
    private static final String TYPED = "require-trusted-types-for 'script'; ";

    private final Pattern addresses;
    private final String policy;

    Audience(String addresses, String more) {
        this.addresses = Pattern.compile(addresses);
        policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; " + more
                + "base-uri 'none'; frame-ancestors 'none'";
    }

    static Audience of(String path) {
        for (Audience audience : values()) if (audience.addresses.matcher(path).matches()) return audience;
        return PUBLIC;
    }

    /** The content security policy of its pages. */
    String policy() {
        return policy;
    }
}
