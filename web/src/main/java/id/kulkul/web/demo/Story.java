package id.kulkul.web.demo;

import id.kulkul.command.report.ReportAct;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The fictional cases of the demonstration, each with what happened to it and on which day. */
record Story(String about, List<Case> cases) {
    /** One report; {@code exclude} and {@code by} are sign-in names, {@code hour} is of the day in Bali. */
    record Case(
            int daysAgo,
            int hour,
            String category,
            String body,
            @Nullable String exclude,
            @Nullable Identity identity,
            @Nullable List<Attachment> attachments,
            List<Step> steps) {}

    record Identity(String name, String contact) {}

    record Attachment(String name, String type, String text) {}

    record Step(
            int afterDays,
            ReportAct act,
            @Nullable String by,
            @Nullable String code,
            @Nullable String text) {}

    static Story read() throws IOException {
        try (InputStream in = Story.class.getResourceAsStream("/demo/cases.json")) {
            if (in == null) throw new IOException("The cases of the demonstration are missing");
            return new JsonMapper().readValue(in, Story.class);
        }
    }
}
