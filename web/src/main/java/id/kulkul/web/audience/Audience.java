package id.kulkul.web.audience;

import id.kulkul.command.staff.Role;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec.Access;

/**
 * For whom a page is made, by its address: who is let in, and what the browser may run there. The first audience that
 * knows the address counts. A new kind of page is a line here, before the wider addresses that would hold it too.
 */
@SuppressWarnings(
        "ImmutableEnumChecker") // the lists are those of List.of, and who is let in is decided without a state
enum Audience {
    /** Persons without an account. */
    REPORTERS(Access::permitAll, ContentPolicy.SEALING, "/lapor/**", "/kotak/**"),
    /** Whoever comes in or leaves, and the visitors of the demonstration's story, who are let in by its own rule. */
    ARRIVALS(Access::permitAll, ContentPolicy.KEYS, "/masuk/**", "/keluar/**", "/demo/**"),
    /** Those who handle protected reports. */
    READERS(
            only(Role.INVESTIGATOR, Role.OUTSIDE),
            ContentPolicy.KEYS,
            "/kerja/kasus/**",
            "/kerja/cari",
            "/kerja/arsip",
            "/kerja/belum-ditelaah/**",
            "/kerja/disisihkan",
            "/kerja/penyisihan/**"),
    /** Everybody with an account. */
    STAFF(Access::authenticated, ContentPolicy.KEYS, "/kerja/**"),
    /** Those who check the history. */
    AUDITORS(only(Role.AUDITOR), ContentPolicy.KEYS, "/audit/**"),
    /** Everybody, at every other address. */
    PUBLIC(Access::permitAll, ContentPolicy.NO_SCRIPT);

    private static final String BELOW = "/**";

    private final Consumer<Access> entry;
    private final ContentPolicy policy;
    private final List<String> addresses;

    /** An address that ends with {@code /**} stands for all below it too. */
    Audience(Consumer<Access> entry, ContentPolicy policy, String... addresses) {
        this.entry = entry;
        this.policy = policy;
        this.addresses = List.of(addresses);
    }

    private static Consumer<Access> only(Role... roles) {
        return pages -> pages.hasAnyRole(Stream.of(roles).map(Role::name).toArray(String[]::new));
    }

    /**
     * The audience of a path as it was sent: one in another spelling than ours is the public's, where no script runs.
     */
    static Audience of(String path) {
        for (Audience audience : values())
            if (audience.addresses.stream().anyMatch(address -> holds(address, path))) return audience;
        return PUBLIC;
    }

    private static boolean holds(String address, String path) {
        if (!address.endsWith(BELOW)) return path.equals(address);
        String top = address.substring(0, address.length() - BELOW.length());
        return path.equals(top) || path.startsWith(top + "/");
    }

    /** Lets its people in, and nobody else, however the path is spelled. */
    void admit(AuthorizeExchangeSpec pages) {
        entry.accept(addresses.isEmpty() ? pages.anyExchange() : pages.pathMatchers(addresses.toArray(String[]::new)));
    }

    /** What the browser may do with its pages. */
    ContentPolicy policy() {
        return policy;
    }
}
