package id.kulkul.web.seen;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.kulkul.command.EventJson;
import id.kulkul.command.TimeZones;
import id.kulkul.command.loss.LossEvent.ContentsLost;
import id.kulkul.command.loss.LossEvent.LogRestored;
import id.kulkul.command.loss.LossesId;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.page.Moments;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What was ever declared lost, in words, for everybody who looks at the logs. */
@Component
public class DeclaredLosses {
    private static final ObjectMapper JSON = EventJson.mapper();

    private final StoredEvents history;
    private final MessageSource words;
    private volatile List<StoredEvent> losses = List.of();
    private volatile Optional<LocalDate> ofReports = Optional.empty();

    DeclaredLosses(StoredEvents history, MessageSource words) {
        this.history = history;
        this.words = words;
    }

    /** Reads them; they grow at a start only. */
    void read(LossesId id) {
        losses = LongStream.iterate(0, sequence -> sequence + 1)
                .mapToObj(sequence -> history.one(id.toString(), sequence))
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .toList();
        ofReports = losses.stream()
                .filter(DeclaredLosses::takesReports)
                .map(loss -> LocalDate.ofInstant(loss.time(), TimeZones.WITA))
                .max(Comparator.naturalOrder());
    }

    /**
     * The day of the last one with which reports may have gone, if there is one; whoever sent one up to that day is
     * told.
     */
    public Optional<String> dayOfReports(Locale language) {
        return ofReports.map(day -> Moments.day(day, language));
    }

    private static boolean takesReports(StoredEvent loss) {
        if (loss.name().equals("contents-lost")) return true;
        try {
            LogRestored log = JSON.readValue(loss.payload(), LogRestored.class);
            return LogOrigin.parse(String.valueOf(log.oldOrigin())).log() == LogName.WBS;
        } catch (IOException | InvalidEvidence altered) {
            return true;
        }
    }

    /** One sentence for each loss, the oldest first. */
    public List<String> in(Locale language) {
        return losses.stream().map(loss -> sentence(loss, language)).toList();
    }

    private String sentence(StoredEvent loss, Locale language) {
        String hour = Moments.hour(loss.time(), language);
        try {
            if (loss.name().equals("contents-lost")) {
                var contents = JSON.readValue(loss.payload(), ContentsLost.class);
                return word("loss.contents", language, contents.rows(), contents.blobs(), hour);
            }
            var log = JSON.readValue(loss.payload(), LogRestored.class);
            LogOrigin old = LogOrigin.parse(String.valueOf(log.oldOrigin()));
            String key = log.newOrigin() == null ? "loss.log" : "loss.restored";
            return word(
                    key,
                    language,
                    old.log().text(),
                    log.lastWitnessedSize(),
                    log.restoredSize(),
                    hour,
                    log.oldOrigin(),
                    log.newOrigin());
        } catch (IOException | InvalidEvidence altered) {
            return word("loss.unreadable", language, hour);
        }
    }

    private String word(String key, Locale language, @Nullable Object... values) {
        return words.getMessage(key, values, language);
    }
}
