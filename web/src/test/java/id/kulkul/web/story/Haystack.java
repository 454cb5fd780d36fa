package id.kulkul.web.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What some files held at one moment, to look in for a text as it is, in UTF-16 and in base64 at each of its three
 * alignments.
 */
record Haystack(Map<Path, String> files) {
    private static final long LARGEST = 64L * 1024 * 1024;

    static Haystack of(Path... places) throws IOException {
        Map<Path, String> contents = new LinkedHashMap<>();
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Haystack::isReadable).toList()) contents.put(file, octets(content(file)));
            }
        }
        return new Haystack(contents);
    }

    /** The files that hold the needle. */
    List<Path> with(String needle) {
        List<String> forms = forms(needle).stream().map(Haystack::octets).toList();
        List<Path> found = new ArrayList<>();
        files.forEach((file, content) -> {
            if (forms.stream().anyMatch(content::contains)) found.add(file);
        });
        return found;
    }

    /** Each character of it is one byte. */
    private static String octets(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static boolean isReadable(Path file) {
        try {
            return Files.isRegularFile(file) && Files.isReadable(file) && Files.size(file) <= LARGEST && !isTool(file);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    private static boolean isTool(Path file) {
        String name = file.toString();
        return name.endsWith(".so") || name.endsWith(".jar") || name.endsWith(".class") || name.contains("playwright");
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException goneMeanwhile) {
            return new byte[0];
        }
    }

    private static List<byte[]> forms(String needle) {
        byte[] plain = needle.getBytes(StandardCharsets.UTF_8);
        List<byte[]> forms = new ArrayList<>(List.of(plain, needle.getBytes(StandardCharsets.UTF_16LE)));
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + plain.length];
            System.arraycopy(plain, 0, shifted, shift, plain.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            String inner = text.substring(shift == 0 ? 0 : shift + 1, text.length() - 2);
            forms.add(inner.getBytes(StandardCharsets.US_ASCII));
            forms.add(inner.replace('+', '-').replace('/', '_').getBytes(StandardCharsets.US_ASCII));
        }
        return forms;
    }
}
