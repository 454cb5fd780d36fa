package id.kulkul.web.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for bytes in every file of a folder, whatever the file means: in tables, logs, free pages and gaps alike. */
final class RawBytes {
    private static final int PIECE = Long.BYTES;

    private RawBytes() {}

    /** How many pieces of 8 bytes of these contents lie in some file. */
    static int piecesOf(Path folder, List<byte[]> contents) throws IOException {
        var sought = pieces(contents);
        var found = new HashSet<Long>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
                for (int at = 0; at + PIECE <= bytes.limit(); at++)
                    if (sought.contains(bytes.getLong(at))) found.add(bytes.getLong(at));
            }
        }
        return found.size();
    }

    private static Set<Long> pieces(List<byte[]> contents) {
        var pieces = new HashSet<Long>();
        for (var content : contents) {
            var bytes = ByteBuffer.wrap(content);
            for (int at = 0; at + PIECE <= content.length; at += PIECE) pieces.add(bytes.getLong(at));
        }
        return pieces;
    }
}
