package id.kulkul.web.mailbox;

import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.web.page.FieldText;
import id.kulkul.web.upload.StreamedForm;
import id.kulkul.web.upload.UnreadableForm;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter typed as an answer, kept for one request. Its first file finds the answer's place; what was typed
 * before that says which.
 */
final class AnswerForm implements StreamedForm {
    /** Most characters of one answer. */
    static final int LONGEST = 5_000;

    private final Function<String, Optional<AnswerPlace>> places;
    private final Runnable leaving;
    private final Set<String> taken = new HashSet<>();
    private String receipt = "";
    private String item = "";
    private String text = "";
    private @Nullable String error;
    private String emptyFile = "";
    private int files;
    private boolean begun;
    private @Nullable AnswerPlace place;

    /**
     * {@code places} tells where the answer of a typed receipt stands, or nothing if nobody has time; it may wait, and
     * {@code leaving} is called once no file can ask any more.
     */
    AnswerForm(Function<String, Optional<AnswerPlace>> places, Runnable leaving) {
        this.places = places;
        this.leaving = leaving;
    }

    /** An answer without files. */
    static AnswerForm of(String receipt, String item, String text) {
        AnswerForm form = new AnswerForm(typed -> Optional.empty(), () -> {});
        form.receipt = receipt;
        form.item = item;
        form.text = FieldText.text(text);
        return form;
    }

    String receipt() {
        return receipt;
    }

    /** The random id of the form, by which a second sending is noticed. */
    String item() {
        return item;
    }

    String text() {
        return text;
    }

    /** Where its files were sealed for; null if it has none. */
    @Nullable
    AnswerPlace place() {
        return place;
    }

    /** Whether files came along, which must be chosen again if it is not stored. */
    boolean hasFiles() {
        return files > 0;
    }

    /** What must be corrected before it can be sealed. */
    Optional<Box.Attempt> mistake() {
        if (error != null) return Optional.of(failed(error));
        int over = FieldText.length(text) - LONGEST;
        if (over > 0) return Optional.of(new Box.Attempt(null, "mailbox/reply-too-long", typed(), over, files, ""));
        return text.isEmpty() && place == null ? Optional.of(failed("mailbox/reply-missing")) : Optional.empty();
    }

    /** How much of it a page can give back is for the page to say. */
    private Kept typed() {
        return new Kept(text, "");
    }

    Box.Attempt failed(String code) {
        return new Box.Attempt(null, code, typed(), 0, files, emptyFile);
    }

    Box.Attempt done(String code) {
        return new Box.Attempt(code, null, Kept.NOTHING, 0, files, "");
    }

    /** A text that was too long to be held whole comes back as far as it was, and its writer is told. */
    @Override
    public void take(String name, String value, boolean cut) {
        if (begun || !taken.add(name)) throw new UnreadableForm();
        if (cut && name.equals("reply")) refuseFiles("mailbox/reply-cut");
        switch (name) {
            case "receipt" -> receipt = value;
            case "item" -> item = value;
            default -> text = FieldText.text(value);
        }
    }

    /** After {@link #breakOff}, which says why. */
    @Override
    public void takeBrokenOff(String name, String value) {
        if (!begun && !taken.contains(name)) take(name, value, true);
    }

    @Override
    public void breakOff() {
        refuseFiles("mailbox/broken-off");
    }

    @Override
    public void beginFile(String name) {
        begun = true;
        if (!name.isEmpty()) files++;
    }

    /** Behind its text, and behind the list of the files; where nobody had time to find it, nowhere, and it is told. */
    @Override
    public Context place(int before) {
        if (place == null) place = places.apply(receipt).orElseGet(this::nowhere);
        return place.item(Kind.ATTACHMENT, UUID.randomUUID(), Reply.parts(text).size() + 1 + before);
    }

    private AnswerPlace nowhere() {
        refuseFiles("mailbox/busy");
        return AnswerPlace.nowhere();
    }

    @Override
    public void refuseFiles(String code) {
        if (error == null) error = code;
    }

    @Override
    public void refuseEmptyFile(String name) {
        if (error != null) return;
        error = "upload/attachment-empty";
        emptyFile = name;
    }

    @Override
    public void close() {
        leaving.run();
    }
}
