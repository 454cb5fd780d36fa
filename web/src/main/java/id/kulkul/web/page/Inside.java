package id.kulkul.web.page;

import java.util.List;
import java.util.regex.Pattern;

/** Which addresses are pages for people who have signed in, and where such people begin. */
public final class Inside {
    private static final String ID = "[0-9a-f]{32}";
    private static final Pattern PAGE = Pattern.compile(
            "/kerja(/kasus/ID|/cari|/disisihkan|/belum-ditelaah(/[0-9]{1,18})?|/penyisihan(/ID)?)?".replace("ID", ID)
                    + "|/audit(/kasus(/ID(/beda)?)?|/penyisihan(/ID)?)?".replace("ID", ID));
    private static final List<String> HOMES = List.of("/kerja", "/audit");

    private Inside() {}

    /**
     * The address if it is such a page and nothing else, so that a link cannot lead a person elsewhere after signing
     * in, nor to what is more than looking: the delivery of an item is an event in that person's name.
     */
    public static String pageOr(String otherwise, String address) {
        return PAGE.matcher(address).matches() ? address : otherwise;
    }

    /** Where a person who stands at this address begins: the public page for everybody else. */
    static String homeOf(String path) {
        return HOMES.stream()
                .filter(home -> path.equals(home) || path.startsWith(home + "/"))
                .findFirst()
                .orElse("/");
    }
}
