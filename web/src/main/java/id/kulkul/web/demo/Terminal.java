package id.kulkul.web.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes to whoever started the program, past every log. */
final class Terminal {
    private Terminal() {}

    static void print(String text) {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out) {
            @Override
            public void close() {} // the terminal stays open
        }) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
