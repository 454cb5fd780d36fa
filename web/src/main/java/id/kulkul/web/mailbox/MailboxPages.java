package id.kulkul.web.mailbox;

import id.kulkul.crypto.receipt.BadReceipt;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.web.page.Frame;
import id.kulkul.web.seen.DeclaredLosses;
import id.kulkul.web.settings.Settings;
import id.kulkul.web.upload.Attachments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Fits a mailbox into pages of one size. What its owner typed goes before messages, which stand on further pages; a
 * text of the office is parted only where it fills a page alone.
 */
@Component
class MailboxPages {
    private static final int MOST_MESSAGES = 40;
    private static final int LONGEST_RECEIPT = 512;
    private static final int LONGEST_ITEM = 32;
    private static final int STEP = 2 * 1024;

    /** Stands in the draft of a page where the receipt will. */
    private static final String RECEIPT = "@receipt@";

    private final EqualPages pages;
    private final Map<Locale, String> drafts = new ConcurrentHashMap<>();
    private final Map<String, Object> frame;
    private final DeclaredLosses losses;
    private final Attachments attachments;

    MailboxPages(EqualPages pages, DeclaredLosses losses, Attachments attachments, Frame frame, Settings settings) {
        this.pages = pages;
        this.losses = losses;
        this.attachments = attachments;
        this.frame = new HashMap<>(frame.attributes());
        this.frame.put("exit", settings.exit());
        frame.stand("/kotak").ifPresent(stand -> this.frame.put("stand", stand));
    }

    /** The box from that message on, as a page of the one size. */
    byte[] box(Box box, int from, Receipt receipt, String typed, Locale language) {
        Map<String, Object> model = model(typed);
        model.put("greeting", receipt.greeting());
        model.put("mistyped", isMistyped(typed));
        model.put("lossOfReports", losses.dayOfReports(language).stream().toList());
        int first = from < box.messages().size() ? from : 0;
        for (int room = Kept.ROOM; room > 0; room -= STEP) {
            Box whole = box.after(box.attempt().within(room));
            for (int count : counts(box.messages().subList(first, box.messages().size()))) {
                model.put("box", whole.showing(first, count));
                Optional<byte[]> page = pages.renderIfItFits("mailbox/mailbox", model, language);
                if (page.isPresent()) return page.get();
            }
        }
        throw new IllegalStateException("Not even an empty box fits the size that all pages have");
    }

    /** How many messages to try: whole texts first, then parts of the first text, then none. */
    private static List<Integer> counts(List<Box.Message> messages) {
        int most = most(messages);
        List<Integer> counts = new ArrayList<>();
        for (int count = most; count > 0; count--)
            if (count == messages.size() || !messages.get(count).goesOn()) counts.add(count);
        int whole = counts.isEmpty() ? most + 1 : counts.getLast();
        for (int count = whole - 1; count >= 0; count--) counts.add(count);
        return counts;
    }

    /** Those whose texts alone are not more than a page. */
    private static int most(List<Box.Message> messages) {
        int left = EqualPages.SIZE;
        int most = 0;
        while (most < Math.min(messages.size(), MOST_MESSAGES)) {
            left -= Kept.cost(Objects.requireNonNullElse(messages.get(most).text(), ""));
            if (left < 0) break;
            most++;
        }
        return most;
    }

    /**
     * Nothing is lost: an answer that was being sent stands in the page, with the id by which a second sending is
     * noticed.
     */
    byte[] busy(AnswerForm answer, Locale language) {
        if (answer.text().isEmpty() && !answer.hasFiles()) return busy(answer.receipt(), language);
        Map<String, Object> model = model(answer.receipt());
        model.put("item", clipped(answer.item(), LONGEST_ITEM));
        model.put("reply", Kept.of(answer.text(), Kept.ROOM));
        model.put("files", answer.hasFiles());
        return pages.render("mailbox/busy", model, language);
    }

    /**
     * Who only looks is told so for next to nothing, since it is told most often when there is the least time for it.
     */
    private byte[] busy(String typed, Locale language) {
        String draft = drafts.computeIfAbsent(language, this::draft);
        String receipt = HtmlUtils.htmlEscape(clipped(typed, LONGEST_RECEIPT), "UTF-8");
        return EqualPages.padded(draft.replace(RECEIPT, receipt).getBytes(StandardCharsets.UTF_8));
    }

    private String draft(Locale language) {
        Map<String, Object> model = model(RECEIPT);
        model.put("item", "");
        model.put("reply", Kept.of("", Kept.ROOM));
        model.put("files", false);
        return pages.draft("mailbox/busy", model, language);
    }

    private Map<String, Object> model(String typed) {
        Map<String, Object> model = new HashMap<>(frame);
        model.put("otherLanguage", ""); // the other language would close the box
        model.put("noAttachments", attachments.seen().orElse(""));
        model.put("largest", attachments.largest().toMegabytes());
        model.put("receipt", clipped(typed, LONGEST_RECEIPT));
        return model;
    }

    /**
     * What was typed contradicts its own check digits: who watches could tell as well, and nothing was looked up for
     * it.
     */
    private static boolean isMistyped(String typed) {
        try {
            Receipt.parse(typed).close();
            return false;
        } catch (BadReceipt mistyped) {
            return true;
        }
    }

    /** What is no receipt and no id is not needed whole: it opens the same box. */
    private static String clipped(String text, int longest) {
        if (text.length() <= longest) return text;
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
