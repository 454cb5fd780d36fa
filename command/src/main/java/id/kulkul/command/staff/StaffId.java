package id.kulkul.command.staff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.kulkul.crypto.bytes.Hex16;
import java.util.UUID;

/** A member of staff, by the random id under which every act names the person. */
public record StaffId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StaffId {}

    /** Reads 32 lower-case hex digits; anything else is an {@link IllegalArgumentException}. */
    public static StaffId parse(String text) {
        return new StaffId(Hex16.parse(text));
    }

    /** 32 lower-case hex digits, the form that is stored. */
    @Override
    public String toString() {
        return Hex16.of(value);
    }
}
