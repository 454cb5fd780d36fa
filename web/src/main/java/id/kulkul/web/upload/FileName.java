package id.kulkul.web.upload;

import id.kulkul.web.page.FieldText;

/**
 * The name of an attachment as its reader sees it: of one line, without folders, never shortened; it is no path of
 * anything here.
 */
public final class FileName {
    /** Most characters; no file system has longer names. */
    public static final int LONGEST = 255;

    private FileName() {}

    /** From a part's header, where browsers write three characters as escapes (HTML, multipart/form-data encoding). */
    public static String of(String sent) {
        String name = sent.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
        return FieldText.line(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
    }

    public static boolean isTooLong(String name) {
        return FieldText.length(name) > LONGEST;
    }
}
