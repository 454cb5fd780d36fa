package id.kulkul.crypto.tools;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A text in UTF-8 as people keep it in a file: a byte order mark in front is no part of it, and nothing is replaced.
 * Latin-1 is no UTF-8, and neither is UTF-16, which without its own mark shows by zero bytes.
 */
final class Utf8 {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private Utf8() {}

    static String read(String file) throws Unfit {
        try {
            return of(Files.readAllBytes(Path.of(file)), file);
        } catch (InvalidPathException e) {
            throw new Unfit("No file can have this name.");
        } catch (IOException e) {
            throw new Unfit(Sentences.of(file, e));
        }
    }

    /** The text of bytes that have a name. */
    static String of(byte[] bytes, String name) throws Unfit {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) throw new CharacterCodingException();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Unfit(name + " is not UTF-8.");
        }
    }
}
