package id.kulkul.web.upload;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

/**
 * What stands before the bytes of a part.
 *
 * @param name of the field
 * @param filename as it was sent, without folders; null for a text field
 * @param type of a file as it was sent, kept for the reader however odd it is
 */
public record PartHead(String name, @Nullable String filename, String type) {
    /** Reads the lines of a head; a part without a name is none of a form. */
    public static PartHead of(String lines) {
        String type = header(lines, "content-type");
        try {
            ContentDisposition disposition = ContentDisposition.parse(header(lines, "content-disposition"));
            String name = Objects.requireNonNullElse(disposition.getName(), "");
            String filename = disposition.getFilename();
            boolean ours = disposition.isFormData() && !name.isEmpty() && (filename != null || isText(type));
            if (!ours) throw new UnreadableForm();
            return new PartHead(name, filename == null ? null : FileName.of(filename), type);
        } catch (IllegalArgumentException | IndexOutOfBoundsException odd) {
            throw new UnreadableForm();
        }
    }

    private static boolean isText(String type) {
        return type.isEmpty() || MediaType.TEXT_PLAIN.equalsTypeAndSubtype(MediaType.parseMediaType(type));
    }

    public boolean isFile() {
        return filename != null;
    }

    private static String header(String lines, String name) {
        for (String line : lines.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase(name))
                return line.substring(colon + 1).strip();
        }
        return "";
    }
}
