package id.kulkul.web.seen;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.kulkul.command.EventJson;
import id.kulkul.command.loss.LossEvent.ContentsLost;
import id.kulkul.command.loss.LossEvent.LogRestored;
import id.kulkul.command.loss.LossesId;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.page.Moments;
import java.io.IOException;
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
