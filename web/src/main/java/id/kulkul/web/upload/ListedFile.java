package id.kulkul.web.upload;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.seal.SealedItem;

/**
 * What binds an attachment to the signed text that lists it.
 *
 * @param item the id of the sealed attachment, 32 hex digits
 * @param type as the sender's browser named it; empty if it is no plain ASCII of at most 127 characters (RFC 6838, 4.2)
 * @param size of the file in bytes
 * @param sha256 of the file, hex
 */
@JsonPropertyOrder({"item", "name", "type", "size", "sha256"})
public record ListedFile(String item, String name, String type, long size, String sha256) {
    private static final String PLAIN = "[ -~]{0,127}";

    /** Of a file and the item as which it was sealed. */
    public static ListedFile of(SealedFile file, SealedItem item) {
        return new ListedFile(
                Hex16.of(item.header().context().item()),
                file.name(),
                file.type().matches(PLAIN) ? file.type() : "",
                file.sealed().facts().plainLength(),
                file.sealed().facts().plainSha256().hex());
    }
}
