package id.kulkul.web.settings;

import id.kulkul.crypto.log.LogName;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.core.env.Environment;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.util.unit.DataSize;

/**
 * Everything that an operator can set, by the names that stand behind {@code --kulkul.}; a wrong value ends the start.
 *
 * @param home Folder of the data. By default .kulkul in the user's home, .kulkul-demo for a demonstration.
 * @param keys Folder of the keys, apart from the data so that no backup takes both. By default keys in the home.
 * @param seen Folder of what was signed last, on a volume that no backup of the data holds. By default seen in the
 *     home.
 * @param demo Whether this is the demonstration, which never touches a real installation.
 * @param health Where an operator's monitor asks.
 * @param marks How far apart the marks of a log are, in whole seconds, for each log (wbs, bids, open). By default 15
 *     minutes for wbs and 10 seconds for the others; 20 seconds for each in a demonstration.
 * @param watch How long it is from one look at the health of the program to the next.
 * @param recheck How many rows of the history are read again in a second. 0 for never.
 * @param recheckCiphertexts How many bytes of ciphertexts are read again in a second. 0B for never.
 * @param rebuild Whether this start builds the read models anew from the history.
 * @param restored Code of the loss that this start declares. A refused start names it.
 * @param clockConfirmed The day that it is today, which ends a doubt about the clock.
 * @param spare How much of the disk attachments may not take.
 * @param spareTexts How much of the disk texts may not take. By default 512 MB, or a twentieth of a smaller disk.
 * @param attachmentsADay How much of the disk attachments may take in one day. By default a fiftieth of the disk, at
 *     least five of the largest.
 * @param largest How large one attachment may be, from 1MB to 512MB, in whole MB.
 * @param connections How many connections there may be at once. By default what the process may open, less what it
 *     needs itself.
 * @param streams How many of the connections may be streams that stay open. By default a quarter of them.
 * @param government Whose office this is, as every page says.
 * @param exit Address to which the quick exit leads.
 */
@ConfigurationProperties(Settings.PREFIX)
public record Settings(
        @Nullable Path home,
        @Nullable Path keys,
        @Nullable Path seen,
        @DefaultValue("false") boolean demo,
        @DefaultValue Health health,
        @DefaultValue Map<LogName, Duration> marks,
        @DefaultValue("10s") Duration watch,
        @DefaultValue("200") int recheck,
        @DefaultValue("1MB") DataSize recheckCiphertexts,
        @DefaultValue("false") boolean rebuild,
        @DefaultValue("") String restored,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate clockConfirmed,

        @DefaultValue("2GB") DataSize spare,
        @Nullable DataSize spareTexts,
        @Name("attachments-a-day") @Nullable DataSize attachmentsADay,
        @DefaultValue("64MB") DataSize largest,
        @Nullable Integer connections,
        @Nullable Integer streams,
        @DefaultValue Government government,
        @DefaultValue("https://www.bmkg.go.id/") String exit) {
    static final String PREFIX = "kulkul";

    private static final DataSize MOST_LARGE = DataSize.ofMegabytes(512);
    private static final int LARGEST_CREST = 100 * 1024;
    private static final String ADDRESS = "an address that begins with https:// or http://";
    private static final int LAST_PORT = 65_535;

    /**
     * Where an operator's monitor asks.
     *
     * @param port Port of /health on loopback. -1 for none.
     */
    public record Health(@DefaultValue("-1") int port) {}

    /**
     * Whose office this is, as every page says; a demonstration says of what is not set something fictional.
     *
     * @param name Name of the region, such as Kabupaten Rekaan. Without one every page says that nobody has told it.
     * @param office Name of the office that answers here.
     * @param crest File of the crest, SVG or PNG, at most 100 KB. Without one there is a plain shield.
     * @param address Where the office is and when it is open, line by line.
     * @param phone Number on which it is called.
     * @param mail Address to which mail is sent.
     * @param law Address of the page that names the legal basis. Without one there is ours.
     * @param privacy Address of the page that says what is kept about people. Without one there is ours.
     * @param accessibility Address of the page that says for whom the pages work. Without one there is ours.
     */
    public record Government(
            @Nullable String name,
            @Nullable String office,
            @Nullable Path crest,
            @DefaultValue List<String> address,
            @Nullable String phone,
            @Nullable String mail,
            @Nullable String law,
            @Nullable String privacy,
            @Nullable String accessibility) {
        public Government {
            address = List.copyOf(address);
            require(isCrest(crest), "government.crest", "a file that ends with .svg or .png, at most 100 KB", crest);
            require(mail == null || mail.contains("@"), "government.mail", "an address for mail", mail);
            require(isAddress(law), "government.law", ADDRESS, law);
            require(isAddress(privacy), "government.privacy", ADDRESS, privacy);
            require(isAddress(accessibility), "government.accessibility", ADDRESS, accessibility);
        }

        private static boolean isCrest(@Nullable Path file) {
            if (file == null) return true;
            try {
                return file.toString().matches(".+\\.(svg|png)") && Files.size(file) <= LARGEST_CREST;
            } catch (IOException unreadable) {
                return false;
            }
        }
    }

    public Settings {
        marks = Map.copyOf(marks);
        marks.forEach((log, every) ->
                require(isWholeSeconds(every), "marks." + log.text(), "whole seconds, at least one", every));
        require(-1 <= health.port && health.port <= LAST_PORT, "health.port", "a port, or -1 for none", health.port);
        require(watch.isPositive(), "watch", "longer than nothing", watch);
        require(recheck >= 0, "recheck", "0 or more rows a second", recheck);
        require(!recheckCiphertexts.isNegative(), "recheck-ciphertexts", "0B or more a second", recheckCiphertexts);
        require(restored.matches("|[0-9a-f]{8}"), "restored", "the code that a refused start has named", restored);
        require(isSize(spareTexts), "spare-texts", "0B or more", spareTexts);
        require(isSize(spare), "spare", "0B or more", spare);
        require(isSize(attachmentsADay), "attachments-a-day", "0B or more", attachmentsADay);
        require(isLargest(largest), "largest", "from 1MB to 512MB, in whole MB", largest);
        require(connections == null || connections >= 1, "connections", "1 or more", connections);
        require(streams == null || streams >= 0, "streams", "0 or more", streams);
        require(isAddress(exit), "exit", ADDRESS, exit);
    }

    /** Reads and checks what was set. */
    public static Settings of(Environment environment) {
        return Binder.get(environment).bindOrCreate(PREFIX, Settings.class);
    }

    private static void require(boolean right, String name, String expected, @Nullable Object value) {
        if (!right) throw new WrongSetting(PREFIX + "." + name, expected, String.valueOf(value));
    }

    private static boolean isWholeSeconds(Duration every) {
        return every.isPositive() && every.equals(every.truncatedTo(ChronoUnit.SECONDS));
    }

    private static boolean isSize(@Nullable DataSize size) {
        return size == null || !size.isNegative();
    }

    private static boolean isLargest(DataSize size) {
        return size.compareTo(DataSize.ofMegabytes(1)) >= 0
                && size.compareTo(MOST_LARGE) <= 0
                && size.equals(DataSize.ofMegabytes(size.toMegabytes()));
    }

    private static boolean isAddress(@Nullable String text) {
        if (text == null) return true;
        try {
            URI address = new URI(text);
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null;
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
