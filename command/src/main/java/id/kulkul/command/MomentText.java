package id.kulkul.command;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;

/** Writes a moment as ISO 8601 in UTC; whole seconds of four-digit years, which most are, without a formatter. */
final class MomentText extends JsonSerializer<Instant> {
    private static final int DAY = 86_400;
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    @Override
    public void serialize(Instant moment, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeString(of(moment));
    }

    static String of(Instant moment) {
        long seconds = moment.getEpochSecond();
        if (moment.getNano() != 0 || seconds < FIRST || seconds > LAST) return moment.toString();
        var day = LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY));
        int second = Math.floorMod(seconds, DAY);
        var text = new char[20];
        two(text, 0, day.getYear() / 100);
        two(text, 2, day.getYear() % 100);
        text[4] = '-';
        two(text, 5, day.getMonthValue());
        text[7] = '-';
        two(text, 8, day.getDayOfMonth());
        text[10] = 'T';
        two(text, 11, second / 3600);
        text[13] = ':';
        two(text, 14, second / 60 % 60);
        text[16] = ':';
        two(text, 17, second % 60);
        text[19] = 'Z';
        return new String(text);
    }

    private static void two(char[] text, int at, int number) {
        text[at] = (char) ('0' + number / 10);
        text[at + 1] = (char) ('0' + number % 10);
    }
}
