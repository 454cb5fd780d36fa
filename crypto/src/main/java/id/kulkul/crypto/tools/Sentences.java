package id.kulkul.crypto.tools;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file was not read or written, in a sentence: an exception's own message is often nothing or a bare name. */
final class Sentences {

    private Sentences() {}

    static String of(String file, IOException failure) {
        return switch (failure) {
            case NoSuchFileException e -> "There is no file " + file + ".";
            case AccessDeniedException e -> file + " cannot be opened: its permissions forbid it.";
            case CharacterCodingException e -> file + " is not UTF-8.";
            default -> isFolder(file) ? file + " is a folder." : file + " cannot be read or written.";
        };
    }

    /** The same where only the failure itself can name the file. */
    static String of(IOException failure) {
        if (failure instanceof FileSystemException named && named.getFile() != null) return of(named.getFile(), named);
        if (failure instanceof CharacterCodingException) return "A file is not UTF-8.";
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? "Something could not be read or written ("
                        + failure.getClass().getSimpleName() + ")."
                : message;
    }

    private static boolean isFolder(String file) {
        try {
            return Files.isDirectory(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
