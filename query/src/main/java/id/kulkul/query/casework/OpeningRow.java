package id.kulkul.query.casework;

import id.kulkul.crypto.seal.Kind;
import java.time.Instant;
import java.util.UUID;

/** The ciphertext of an item went to a person, in that hour. */
public record OpeningRow(UUID item, Kind kind, Who by, Instant hour) {}
