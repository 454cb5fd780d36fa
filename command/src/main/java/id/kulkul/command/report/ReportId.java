package id.kulkul.command.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.kulkul.crypto.bytes.Hex16;
import java.util.UUID;

/**
 * A protected report, by the id that follows from its reporter's keys ({@link id.kulkul.crypto.seal.CaseIds}); it says
 * nothing about time or order.
 */
public record ReportId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReportId {}

    /** Reads 32 lower-case hex digits; anything else is an {@link IllegalArgumentException}. */
    public static ReportId parse(String text) {
        return new ReportId(Hex16.parse(text));
    }

    /** 32 lower-case hex digits, the form that is stored. */
    @Override
    public String toString() {
        return Hex16.of(value);
    }
}
